package org.cairn.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An event of progress sync, as far as the reduction looks at it.
 *
 * @param key its place in the order of reduction
 */
record SyncEvent(Key key, Instant occurredAt, SyncAction action) {

  /**
   * The order of reduction: by the time at which events count, then by their ids' UTF-16 code
   * units, which is how Java compares text.
   */
  record Key(Instant effectiveAt, String eventId) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::effectiveAt).thenComparing(Key::eventId);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  Instant at() {
    return key.effectiveAt();
  }

  /** The item that it is about, if any. */
  Optional<String> contentId() {
    return action instanceof SyncAction.ContentProgressed progressed
        ? Optional.of(progressed.contentId())
        : Optional.empty();
  }

  /** Whether it can go into the streak. */
  boolean isDone() {
    return action instanceof SyncAction.ContentProgressed progressed
        && progressed.status().isDone();
  }
}
