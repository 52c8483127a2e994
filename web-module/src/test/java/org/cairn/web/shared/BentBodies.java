package org.cairn.web.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies as somebody would send them who means harm: good ones, bent a few times. */
public final class BentBodies {

  private static final List<String> POISON =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "-0",
          "1e999999",
          "1E99999999999",
          "-1e-2147483649",
          "NaN",
          "Infinity",
          "9".repeat(49),
          "9".repeat(60),
          "0.".concat("0".repeat(60)),
          "1.5",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\uFFFE\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59.999999999+18:00\"",
          "\"0000-00-00\"",
          "[[[[[[[[[[]]]]]]]]]]",
          "{\"a\":{\"a\":{\"a\":{}}}}",
          "\u00c0\u0080",
          "\u00ed\u00a0\u0080",
          "\u00f8\u0088",
          "\u00ef\u00bb\u00bf",
          "\u0000",
          "\u00ff\u00fe",
          "/*x*/",
          "'x'",
          ",",
          ":",
          "}",
          "]",
          "\"",
          "\\",
          "\"name\":",
          "\"eventId\":\"1\",",
          "\"payload\":{\"a~/b\":[1,\"x\",null]},",
          "\"" + "k".repeat(201) + "\":1,",
          "\"" + "v".repeat(20_001) + "\"",
          "[".repeat(30));

  private static final int PLACES = 10_000;

  private BentBodies() {}

  /** One of the bodies with one to five changes; a body that fails shrinks to the fewest. */
  public static Arbitrary<byte[]> of(List<String> bodies) {
    return Combinators.combine(Arbitraries.of(bodies), bends().list().ofMinSize(1).ofMaxSize(5))
        .as(BentBodies::bent);
  }

  private static byte[] bent(String body, List<Bend> bends) {
    String bent = new String(body.getBytes(UTF_8), ISO_8859_1);
    for (Bend bend : bends) {
      bent = bend.apply(bent);
    }
    return bent.getBytes(ISO_8859_1);
  }

  private static Arbitrary<Bend> bends() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, PLACES),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(POISON),
            Arbitraries.chars().range((char) 0, (char) 255))
        .as(Bend::new);
  }

  private enum Kind {
    CUT_OUT,
    POISON,
    POISON_INSTEAD,
    LETTER,
    TWICE,
    END,
    VALUE
  }

  /** One change: of so much, so far into the body. */
  private record Bend(Kind kind, int place, int length, String poison, char letter) {

    String apply(String body) {
      int at = (int) ((long) place * body.length() / PLACES);
      int end = Math.min(body.length(), at + length);
      String before = body.substring(0, at);
      String after = body.substring(end);
      return switch (kind) {
        case CUT_OUT -> before + after;
        case POISON -> before + poison + body.substring(at);
        case POISON_INSTEAD -> before + poison + after;
        case LETTER -> before + letter + after;
        case TWICE -> before + body.substring(at, end) + body.substring(at);
        case END -> before;
        case VALUE -> value(body, at);
      };
    }

    /** The body with one of its values changed for another: what a random cut seldom meets. */
    private String value(String body, int from) {
      int colon = body.indexOf(':', from);
      if (colon < 0) {
        return body;
      }
      int end = colon + 1;
      while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
        end++;
      }
      return body.substring(0, colon + 1) + poison + body.substring(end);
    }
  }
}
