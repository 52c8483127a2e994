package org.cairn.analytics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures.
 *
 * @param from the first month, such as {@code 2026-01}
 * @param to the last month
 * @param asOf what was committed before is in the figures; absent before the feed has run once
 * @param minimumGroup of fewer learners a row tells its name and nothing else
 * @param items in the order of their names
 * @param next the cursor of the next page, absent on the last one
 */
public record Figures<T>(
    String from,
    String to,
    @Nullable Instant asOf,
    int minimumGroup,
    List<T> items,
    @Nullable String next) {

  public Figures {
    items = List.copyOf(items);
  }
}
