package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a track owes a learner for one thing.
 *
 * @param source what it is owed for, such as {@code track/first-week/step/say-hello}; the same for
 *     ever
 * @param amount all that is owed for it now, 0 where nothing is any more
 * @param eventId the event that decided it
 * @param occurredAt when that event counts
 * @param verified whether somebody else than the learner's device vouches for the event
 */
public record Reward(
    String source, Kind kind, int amount, String eventId, Instant occurredAt, boolean verified) {

  /** For a step, for finishing fast, for finishing. */
  public enum Kind {
    STEP,
    STREAK,
    COMPLETION
  }

  /** Owed no more, as an event has shown that came late. */
  Reward withdrawn(@Nullable String lateEventId) {
    return new Reward(
        source, kind, 0, lateEventId == null ? eventId : lateEventId, occurredAt, verified);
  }
}
