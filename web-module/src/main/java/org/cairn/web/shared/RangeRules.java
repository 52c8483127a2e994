package org.cairn.web.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes a {@code Range} asks for (RFC 9110, section 14); one part at a time. */
final class RangeRules {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * A part of a whole.
   *
   * @param length 0 where the whole has no such part
   */
  record Part(long from, long length) {

    boolean isThere() {
      return length > 0;
    }
  }

  private RangeRules() {}

  /** The part; nothing where the header is to be ignored, and the whole to be answered. */
  static Optional<Part> part(String header, long size) {
    Matcher range = ONE.matcher(header);
    if (!range.matches() || header.equals("bytes=-")) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long length = Math.min(Long.parseLong(range.group(2)), size);
      return Optional.of(new Part(size - length, length));
    }
    long from = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    if (last < from) {
      return Optional.empty();
    }
    return Optional.of(new Part(from, Math.max(0, Math.min(last, size - 1) - from + 1)));
  }
}
