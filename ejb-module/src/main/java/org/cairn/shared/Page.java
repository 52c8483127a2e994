package org.cairn.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list, read by key and never by offset.
 *
 * @param items in the list's order
 * @param next the cursor of the next part, absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page of a list that was read one item too far, to know whether there is a next part.
   *
   * @param found at most one item more than the size
   * @param key of an item, after which the next part begins
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
    return found.size() <= size
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, size), Cursor.of(key.apply(found.get(size - 1))));
  }

  /** The same page with each item seen otherwise. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
