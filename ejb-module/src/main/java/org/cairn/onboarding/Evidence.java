package org.cairn.onboarding;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about a track or one of its steps, as far as they look at it.
 *
 * @param stepKey empty where it is about the track
 * @param effectiveAt the time at which it counts
 * @param verified whether somebody else than the learner vouches for it
 * @param skill that a match tells of, where its condition asks for different ones
 * @param branch that the step takes if this completes it
 */
record Evidence(
    Kind kind,
    String stepKey,
    String eventId,
    Instant effectiveAt,
    boolean verified,
    @Nullable String skill,
    @Nullable String branch) {

  /** What it says. */
  enum Kind {
    /** An event that a step's condition speaks of. */
    MATCH,
    /** That the learner has begun the track. */
    STARTED,
    SKIPPED,
    WAIVED,
    DISMISSED,
    UNDISMISSED;

    boolean isDismissal() {
      return this == DISMISSED || this == UNDISMISSED;
    }

    boolean isLeavingOut() {
      return this == SKIPPED || this == WAIVED;
    }

    boolean isStart() {
      return this == MATCH || this == STARTED;
    }
  }

  /** By event time; ties by id, so that the order of arrival never matters. */
  static final Comparator<Evidence> IN_ORDER =
      Comparator.comparing(Evidence::effectiveAt)
          .thenComparing(Evidence::eventId)
          .thenComparing(Evidence::stepKey)
          .thenComparing(Evidence::kind);

  /** What a match adds to its step: one token is added once. */
  String token() {
    return skill == null ? eventId : skill;
  }

  boolean isOfSameEvent(Evidence other) {
    return eventId.equals(other.eventId) && effectiveAt.equals(other.effectiveAt);
  }
}
