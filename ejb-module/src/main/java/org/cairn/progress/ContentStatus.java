package org.cairn.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a learner is with an item, lowest first; a lower one never replaces a higher one. */
enum ContentStatus {
  NOT_STARTED,
  IN_PROGRESS,
  COMPLETED,
  PASSED;

  static Optional<ContentStatus> of(String name) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(name)).findFirst();
  }

  /** As events and snapshots spell it. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isDone() {
    return compareTo(COMPLETED) >= 0;
  }

  ContentStatus or(ContentStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
