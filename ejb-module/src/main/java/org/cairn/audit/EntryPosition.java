package org.cairn.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Where a reader of entries stands. */
record EntryPosition(Instant at, UUID id) {

  /** Before the latest entry: no other is later, and PostgreSQL knows the time. */
  private static final EntryPosition START =
      new EntryPosition(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

  static EntryPosition of(@Nullable String cursor) {
    String key = Cursor.key(cursor, "cursor");
    if (key == null) {
      return START;
    }
    try {
      int space = key.indexOf(' ');
      return new EntryPosition(
          Instant.parse(key.substring(0, Math.max(0, space))),
          UUID.fromString(key.substring(space + 1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.with(
          "This is no cursor that an earlier answer gave.",
          new FieldError("cursor", "a cursor from an earlier answer, unchanged"));
    }
  }
}
