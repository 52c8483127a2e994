package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A step that a learner could do now, with what its track says for it.
 *
 * @param required whether the track is required of everybody, or of this learner by an assignment
 * @param started whether the learner has begun the track
 * @param dueAt by when an assigned track is to be complete
 */
record CoachOffer(
    Track track, Step step, boolean required, boolean started, @Nullable Instant dueAt) {

  /** How near a due time has to be to come before all else. */
  static final Duration NEAR = Duration.ofDays(7);

  /**
   * The best first: what is due soon, then what is required, then what has begun; of equals, what
   * is due first.
   */
  static Comparator<CoachOffer> bestFirst(Instant now) {
    return Comparator.comparingInt((CoachOffer offer) -> offer.rank(now))
        .thenComparing(CoachOffer::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(offer -> offer.track().name())
        .thenComparing(offer -> offer.track().key());
  }

  private int rank(Instant now) {
    if (dueAt != null && dueAt.isBefore(now.plus(NEAR))) {
      return 0;
    }
    return required ? 1 : started ? 2 : 3;
  }

  boolean isOf(Tip tip) {
    return track.key().equals(tip.trackKey()) && step.key().equals(tip.stepKey());
  }
}
