package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps that a learner could do now: one of each track, the best first. */
final class CoachOffers {

  private CoachOffers() {}

  /**
   * One offer of each open track.
   *
   * @param due what is assigned to the learner, by track
   */
  static List<CoachOffer> of(
      Tracks tracks, Map<String, Standing> standings, Map<String, Instant> due, Instant now) {
    List<CoachOffer> offers = new ArrayList<>();
    tracks
        .of(standings)
        .filter(track -> TrackAudience.isFor(track, standings.get(track.key()), true))
        .forEach(
            track -> {
              Standing standing = standings.get(track.key());
              next(track, ProgressReading.state(track, standing), now)
                  .map(step -> offer(track, step, standing, due.get(track.key())))
                  .ifPresent(offers::add);
            });
    offers.sort(CoachOffer.bestFirst(now));
    return offers;
  }

  private static CoachOffer offer(
      Track track, Step step, @Nullable Standing standing, @Nullable Instant dueAt) {
    boolean started = standing != null && standing.hasBegun();
    return new CoachOffer(track, step, track.isRequired() || dueAt != null, started, dueAt);
  }

  /** The first step that can be done now; of a track that is complete or dismissed, none. */
  static Optional<Step> next(Track track, TrackState state, Instant now) {
    if (state.completedBy() != null || state.dismissedAt() != null) {
      return Optional.empty();
    }
    return track.steps().stream()
        .filter(Step::isOffered)
        .filter(
            step ->
                StepRules.status(track, step, state.steps(), state.startedAt(), now)
                    == StepStatus.AVAILABLE)
        .findFirst();
  }
}
