package org.cairn.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey as it was begun.
 *
 * @param grade CEDS code
 * @param schoolYear by the year in which it ends
 * @param archive of the object that has its answers, where the database gave them away
 */
record Journey(
    UUID id,
    UUID learnerId,
    String grade,
    int schoolYear,
    String career,
    String companion,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable UUID archive) {

  boolean isArchived() {
    return archive != null;
  }
}
