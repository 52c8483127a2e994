package org.cairn.progress;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.progress.SyncAction.ContentProgressed;
import org.cairn.progress.SyncAction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands with one item.
 *
 * @param score the greatest
 * @param completedAt when it was first completed or passed
 * @param interactions canonical JSON of each interaction's state
 */
record ContentItem(
    String contentId,
    ContentStatus status,
    @Nullable Double score,
    @Nullable Instant completedAt,
    Instant lastAttemptAt,
    SortedMap<String, String> interactions) {

  /** The item after an event that is later than all before. */
  static ContentItem after(@Nullable ContentItem before, ContentProgressed event, Instant at) {
    if (before == null) {
      return new ContentItem(
          event.contentId(),
          event.status(),
          event.score(),
          event.status().isDone() ? at : null,
          at,
          with(new TreeMap<>(), event.interaction()));
    }
    ContentStatus status = event.status().or(before.status);
    return new ContentItem(
        before.contentId,
        status,
        greater(before.score, event.score()),
        before.completedAt == null && status.isDone() ? at : before.completedAt,
        at,
        with(before.interactions, event.interaction()));
  }

  /** Whether the status has just become completed or passed. */
  boolean isTransitionFrom(@Nullable ContentItem before) {
    return status.isDone() && (before == null || before.status != status);
  }

  private static @Nullable Double greater(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }

  private static SortedMap<String, String> with(
      Map<String, String> before, @Nullable Interaction changed) {
    SortedMap<String, String> states = new TreeMap<>(before);
    if (changed != null) {
      states.put(changed.interactionId(), changed.state());
    }
    return states;
  }
}
