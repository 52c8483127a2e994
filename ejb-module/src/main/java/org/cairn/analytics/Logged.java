package org.cairn.analytics;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log has it, its payload's values as text, with what the log, the journeys and the
 * roster know beside it.
 *
 * @param score of a lesson, or of a whole journey
 * @param isScored whether any answer of the lesson was scored; {@code true} where that is unknown
 * @param journey the event's journey, if the log has its start
 * @param lessonsDone completed lessons of the journey's container up to this one
 * @param schoolId where the learner goes to school
 */
record Logged(
    String eventId,
    String name,
    boolean byServer,
    Instant at,
    @Nullable String journeyId,
    @Nullable String sessionId,
    @Nullable String container,
    @Nullable String subject,
    @Nullable String skillId,
    @Nullable String timeSpent,
    @Nullable String correct,
    @Nullable String tryNumber,
    @Nullable String score,
    boolean isScored,
    @Nullable Journey journey,
    int lessonsDone,
    @Nullable UUID schoolId) {

  /** A journey as its start in the log tells it. */
  record Journey(
      Instant startedAt,
      @Nullable String grade,
      @Nullable String career,
      @Nullable String companion) {}
}
