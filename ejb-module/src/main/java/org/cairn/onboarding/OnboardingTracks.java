package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** Onboarding tracks and how far learners have come on them. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class OnboardingTracks {

  private static final TrackView.Progress NONE = new TrackView.Progress(0, 0, null, null);

  @Inject private Access access;
  @Inject private TrackCatalog catalog;
  @Inject private ProgressStore store;

  /**
   * The tracks that a learner can be on, by name; of one that has begun, the version it is on.
   *
   * @param learner an id or {@code me}
   * @param productId only tracks of this product
   * @param includeProgress whether to tell how far the learner has come
   */
  public List<TrackView> of(String learner, @Nullable String productId, boolean includeProgress) {
    VisibleLearner visible = access.visible(learner);
    Map<String, Standing> standings = includeProgress ? store.standings(visible) : Map.of();
    Tracks tracks = catalog.tracks();
    return tracks
        .startable()
        .filter(track -> productId == null || productId.equals(track.productId()))
        .map(
            track -> {
              Standing standing = standings.get(track.key());
              Track own =
                  standing == null
                      ? track
                      : tracks.track(track.key(), standing.version()).orElse(track);
              return TrackView.of(own, includeProgress ? progress(standing) : null);
            })
        .toList();
  }

  /**
   * How far a learner has come on one track.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}, {@code LEARNER_NOT_FOUND}
   */
  public TrackProgressView progress(String learner, String trackKey) {
    VisibleLearner visible = access.visible(learner);
    Standing standing = store.standings(visible).get(trackKey);
    Track track =
        catalog
            .tracks()
            .track(trackKey, standing == null ? null : standing.version())
            .filter(found -> standing != null || found.isActive())
            .orElseThrow(() -> OnboardingProblem.TRACK_NOT_FOUND.with("No track has this key."));
    TrackState state = TrackFold.fold(track, standing == null ? List.of() : standing.evidence());
    List<StepView> steps =
        track.steps().stream()
            .map(step -> StepView.of(step, state.completions().get(step.key())))
            .toList();
    String next =
        track.steps().stream()
            .map(Step::key)
            .filter(key -> !state.completions().containsKey(key))
            .findFirst()
            .orElse(null);
    return new TrackProgressView(TrackView.of(track, progress(standing)), steps, next);
  }

  private static TrackView.Progress progress(@Nullable Standing standing) {
    return standing == null
        ? NONE
        : new TrackView.Progress(
            standing.progress(), standing.xpEarned(), standing.startedAt(), standing.completedAt());
  }
}
