package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cairn.access.VisibleLearner;
import org.jspecify.annotations.Nullable;

/** Reads how far a learner has come, as of now. */
@Singleton
class ProgressReading {

  private static final TrackView.Progress NONE = new TrackView.Progress(0, 0, null, null, null);

  private final TrackCatalog catalog;
  private final ProgressStore store;
  private final AssignmentStore assignments;
  private final Clock clock;

  @Inject
  ProgressReading(
      TrackCatalog catalog, ProgressStore store, AssignmentStore assignments, Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.assignments = assignments;
    this.clock = clock;
  }

  /**
   * A track with all that the learner sees of it.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}
   */
  TrackProgressView view(VisibleLearner learner, String trackKey) {
    Standing standing = store.standings(learner).get(trackKey);
    Track track = track(trackKey, standing);
    TrackState state = state(track, standing);
    return TrackProgressView.of(
        track,
        TrackView.of(track, assignments.due(learner).get(trackKey), progress(standing)),
        state,
        clock.instant(),
        learner.showsXp());
  }

  /**
   * The version that the learner is on, or would start.
   *
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}
   */
  Track track(String trackKey, @Nullable Standing standing) {
    return catalog
        .tracks()
        .track(trackKey, standing)
        .orElseThrow(() -> OnboardingProblem.TRACK_NOT_FOUND.with("No track has this key."));
  }

  static TrackState state(Track track, @Nullable Standing standing) {
    return TrackFold.fold(track, standing == null ? List.of() : standing.evidence());
  }

  static TrackView.Progress progress(@Nullable Standing standing) {
    return standing == null
        ? NONE
        : new TrackView.Progress(
            standing.progress(),
            standing.xpEarned(),
            standing.startedAt(),
            standing.completedAt(),
            standing.dismissedAt());
  }
}
