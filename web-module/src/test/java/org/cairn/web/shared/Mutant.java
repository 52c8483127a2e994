package org.cairn.web.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Bodies as somebody would send them who means harm: good ones, bent a few times. */
public final class Mutant {

  /** How many a test tries; more of them by {@code -Dcairn.fuzz.tries=}. */
  public static final int TRIES = Integer.getInteger("cairn.fuzz.tries", 20_000);

  /** Where the dice begin; each run of more than a moment wants another. */
  public static final long SEED = Long.getLong("cairn.fuzz.seed", 1);

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

  private Mutant() {}

  /** One of the bodies with one to five changes. */
  public static byte[] of(List<String> bodies, Random dice) {
    String body = new String(pick(bodies, dice).getBytes(UTF_8), ISO_8859_1);
    int changes = 1 + dice.nextInt(5);
    for (int i = 0; i < changes; i++) {
      body = changed(body, dice);
    }
    return body.getBytes(ISO_8859_1);
  }

  private static String changed(String body, Random dice) {
    int at = dice.nextInt(body.length() + 1);
    int end = Math.min(body.length(), at + 1 + dice.nextInt(12));
    String cut = body.substring(at, end);
    String before = body.substring(0, at);
    String after = body.substring(end);
    return switch (dice.nextInt(7)) {
      case 0 -> before + after;
      case 1 -> before + pick(POISON, dice) + after;
      case 2 -> before + pick(POISON, dice) + cut + after;
      case 3 -> before + (char) dice.nextInt(256) + after;
      case 4 -> before + cut + cut + after;
      case 5 -> before;
      default -> value(body, dice);
    };
  }

  /** The body with one of its values changed for another: what a random cut seldom meets. */
  private static String value(String body, Random dice) {
    int colon = body.indexOf(':', dice.nextInt(body.length() + 1));
    if (colon < 0) {
      return body;
    }
    int end = colon + 1;
    while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
      end++;
    }
    return body.substring(0, colon + 1) + pick(POISON, dice) + body.substring(end);
  }

  private static String pick(List<String> from, Random dice) {
    return from.get(dice.nextInt(from.size()));
  }
}
