package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
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

  @Inject private Access access;
  @Inject private TrackCatalog catalog;
  @Inject private ProgressStore store;
  @Inject private ProgressReading reading;
  @Inject private AssignmentStore assignments;

  /**
   * The tracks that a learner can be on or is on, by name; of one that has begun, the version it is
   * on, even where the track was closed since. Those that are assigned to the learner are required,
   * and tell by when.
   *
   * @param learner an id or {@code me}
   * @param productId only tracks of this product
   * @param includeProgress whether to tell how far the learner has come
   */
  public List<TrackView> of(String learner, @Nullable String productId, boolean includeProgress) {
    VisibleLearner visible = access.visible(learner);
    Map<String, Standing> standings = store.standings(visible);
    Map<String, Instant> due = assignments.due(visible);
    return catalog
        .tracks()
        .of(standings)
        .filter(track -> TrackAudience.isFor(track, standings.get(track.key()), visible.isSelf()))
        .filter(track -> productId == null || productId.equals(track.productId()))
        .map(
            track ->
                TrackView.of(
                    track,
                    due.get(track.key()),
                    includeProgress ? ProgressReading.progress(standings.get(track.key())) : null))
        .map(view -> visible.showsXp() ? view : view.withoutXp())
        .toList();
  }

  /**
   * How far a learner has come on one track.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code TRACK_NOT_FOUND}, {@code LEARNER_NOT_FOUND}
   */
  public TrackProgressView progress(String learner, String trackKey) {
    return reading.view(access.visible(learner), trackKey);
  }
}
