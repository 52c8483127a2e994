package org.cairn.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cursors as the outside sees them: opaque text that stands for the last key of a page. */
public final class Cursor {

  private Cursor() {}

  /** The opaque form of a key. */
  public static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key that a cursor stands for, or {@code null} where there is no cursor.
   *
   * @throws ProblemException {@code INVALID_REQUEST}, naming the parameter, for what is no cursor
   */
  public static @Nullable String key(@Nullable String cursor, String parameter) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      byte[] key = Base64.getUrlDecoder().decode(cursor);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
      if (TextRules.isLine(text)) {
        return text;
      }
      throw invalid(parameter);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw invalid(parameter);
    }
  }

  /** The numeric key that a cursor stands for; 0, the key before the first, without a cursor. */
  public static long position(@Nullable String cursor, String parameter) {
    String key = key(cursor, parameter);
    if (key == null) {
      return 0;
    }
    if (!key.matches("\\d{1,18}")) {
      throw invalid(parameter);
    }
    return Long.parseLong(key);
  }

  /** The id that a cursor stands for, or {@code null} where there is no cursor. */
  public static @Nullable String id(@Nullable String cursor, String parameter) {
    String key = key(cursor, parameter);
    try {
      return key == null ? null : UUID.fromString(key).toString();
    } catch (IllegalArgumentException e) {
      throw invalid(parameter);
    }
  }

  /** The moment that a cursor stands for, or {@code null} where there is no cursor. */
  public static @Nullable Moment moment(@Nullable String cursor, String parameter) {
    String key = key(cursor, parameter);
    if (key == null) {
      return null;
    }
    try {
      int split = Math.max(0, key.indexOf(' '));
      Instant at = Instant.parse(key.substring(0, split));
      if (TimeRules.isSane(at)) {
        return new Moment(at, UUID.fromString(key.substring(split + 1)));
      }
      throw invalid(parameter);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid(parameter);
    }
  }

  /**
   * The place of an item in a list by time.
   *
   * @param id tells apart what is of one time
   */
  public record Moment(Instant at, UUID id) {

    /** The key of which a cursor is made. */
    public String key() {
      return at + " " + id;
    }
  }

  /** What is no cursor that an earlier answer gave. */
  public static ProblemException invalid(String parameter) {
    return CommonProblem.INVALID_REQUEST.with(
        "This is no cursor that an earlier answer gave.",
        new FieldError(parameter, "a cursor from an earlier answer, unchanged"));
  }
}
