package org.cairn.roster;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are in the order of ids. */
final class UuidCursor {

  private UuidCursor() {}

  /** The id that a cursor stands for. */
  static @Nullable String key(@Nullable String cursor) {
    String key = Cursor.key(cursor, "cursor");
    try {
      return key == null ? null : UUID.fromString(key).toString();
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.with(
          "This is no cursor that an earlier answer gave.",
          new FieldError("cursor", "a cursor from an earlier answer, unchanged"));
    }
  }

  /** The page of a list that was read one item too far, to know whether there is a next page. */
  static <T> Page<T> page(List<T> found, int size, Function<T, UUID> id) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, size);
    return new Page<>(items, Cursor.of(id.apply(items.get(size - 1)).toString()));
  }
}
