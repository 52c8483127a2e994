package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether bytes are what they are declared to be, as far as their beginning tells: each binary
 * format has its mark, and text is UTF-8 without NUL that does not begin like a page.
 */
final class MediaRules {

  /** As many bytes are looked at. */
  static final int HEAD = 512;

  /** What stands for bytes that are no UTF-8. */
  private static final String NO_CHARACTER = "\uFFFD";

  /** The marks in hexadecimal, behind how many bytes they stand; one of them must be there. */
  private static final Map<String, List<Mark>> MARKS =
      Map.ofEntries(
          Map.entry("image/png", List.of(new Mark(0, "89504e470d0a1a0a"))),
          Map.entry("image/jpeg", List.of(new Mark(0, "ffd8ff"))),
          Map.entry("image/gif", List.of(new Mark(0, "474946383761"), new Mark(0, "474946383961"))),
          Map.entry("image/webp", List.of(new Mark(8, "57454250"))),
          Map.entry("application/pdf", List.of(new Mark(0, "255044462d"))),
          Map.entry("application/zstd", List.of(new Mark(0, "28b52ffd"))),
          Map.entry("audio/ogg", List.of(new Mark(0, "4f676753"))),
          Map.entry("audio/wav", List.of(new Mark(8, "57415645"))),
          Map.entry("audio/webm", List.of(new Mark(0, "1a45dfa3"))),
          Map.entry("audio/mp4", List.of(new Mark(4, "66747970"))),
          Map.entry(
              "audio/mpeg",
              List.of(
                  new Mark(0, "494433"),
                  new Mark(0, "fffb"),
                  new Mark(0, "fff3"),
                  new Mark(0, "fff2"))));

  private record Mark(int at, String hex) {

    boolean isIn(byte[] head) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      return head.length >= at + bytes.length
          && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  private MediaRules() {}

  /** A media type without its parameters, in lower case. */
  static String plain(String mediaType) {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether these can be the first bytes of the type.
   *
   * @param head all bytes of a small object, the first {@value #HEAD} of another
   */
  static boolean fits(String mediaType, byte[] head) {
    List<Mark> marks = MARKS.get(mediaType);
    if (marks != null) {
      return marks.stream().anyMatch(mark -> mark.isIn(head));
    }
    String text = text(head);
    String begin = text.strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/json" -> begin.startsWith("{") || begin.startsWith("[");
      case "text/vtt" -> text.startsWith("WEBVTT");
      default -> !begin.isEmpty() && !begin.startsWith("<");
    };
  }

  /** The head as text, without a character that it cuts; empty for what is no text. */
  private static String text(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    String whole = head.length < HEAD ? text : text.replaceFirst(NO_CHARACTER + "{1,3}$", "");
    return whole.contains(NO_CHARACTER) || whole.indexOf('\0') >= 0 ? "" : whole;
  }
}
