package org.cairn.web.shared;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What an address may be made of: one spelling a path, and text that any field would take. Whatever
 * compares paths or passes parameters on can then rely on it.
 */
final class Addresses {

  private static final String PATH = "path";
  private static final List<String> OTHER_SPELLINGS = List.of("//", "/./", "/../", ";", "\\");

  private Addresses() {}

  /** What is wrong with an address as it was sent, if anything is. */
  static Optional<FieldError> wrong(String path, @Nullable String query) {
    if (path.length() + (query == null ? 0 : query.length()) > Limits.ADDRESS) {
      return error(PATH, "an address of at most " + Limits.ADDRESS + " characters");
    }
    if (isSpelledOtherwise(path) || (path.indexOf('%') >= 0 && !isPlain(path))) {
      return error(PATH, "plain segments, percent-encoded UTF-8 without control characters");
    }
    return query == null || query.indexOf('%') < 0 ? Optional.empty() : wrongParameter(query);
  }

  /** The path in its one spelling. */
  static String decoded(String path) {
    String text = path.indexOf('%') < 0 ? path : decode(path);
    return text == null ? path : text;
  }

  private static boolean isSpelledOtherwise(String path) {
    for (String other : OTHER_SPELLINGS) {
      if (path.contains(other)) {
        return true;
      }
    }
    return path.endsWith("/..");
  }

  private static boolean isPlain(String path) {
    String text = decode(path);
    return text != null
        && TextRules.isLine(text)
        && slashes(text) == slashes(path)
        && !isSpelledOtherwise(text);
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }

  private static Optional<FieldError> wrongParameter(String query) {
    for (String parameter : query.split("&", -1)) {
      String text = decode(parameter);
      if (text == null || !TextRules.isLine(text)) {
        String name = decode(parameter.split("=", 2)[0]);
        return error(
            name != null && TextRules.isLine(name) ? name : "query",
            "UTF-8 text without control characters");
      }
    }
    return Optional.empty();
  }

  /** Percent-decoded, or {@code null} for what is no UTF-8. */
  private static @Nullable String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int percent = text.indexOf('%', at);
      int end = percent < 0 ? text.length() : percent;
      bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
      at = end;
      if (percent >= 0) {
        int octet = octet(text, percent + 1);
        if (octet < 0) {
          return null;
        }
        bytes.write(octet);
        at += 3;
      }
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<FieldError> error(String field, String expected) {
    return Optional.of(new FieldError(field, expected));
  }
}
