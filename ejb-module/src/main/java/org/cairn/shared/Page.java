package org.cairn.shared;

import java.util.List;
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
}
