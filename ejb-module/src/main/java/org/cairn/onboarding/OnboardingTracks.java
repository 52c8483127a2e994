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
   * The tracks that a learner can be on, by name; of one that has begun, the version it is on.
   * Those that are assigned to the learner are required, and tell by when.
   *
   * @param learner an id or {@code me}
   * @param productId only tracks of this product
   * @param includeProgress whether to tell how far the learner has come
   */
  public List<TrackView> of(String learner, @Nullable String productId, boolean includeProgress) {
    VisibleLearner visible = access.visible(learner);
    Map<String, Standing> standings = includeProgress ? store.standings(visible) : Map.of();
    Map<String, Instant> due = assignments.due(visible);
    Tracks tracks = catalog.tracks();
    return tracks
        .startable()
        .filter(track -> TrackAudience.isFor(track, standings.get(track.key()), visible.isSelf()))
        .filter(track -> productId == null || productId.equals(track.productId()))
        .map(
            track -> {
              Standing standing = standings.get(track.key());
              Track own = tracks.track(track.key(), standing).orElse(track);
              return TrackView.of(
                  own,
                  due.get(own.key()),
                  includeProgress ? ProgressReading.progress(standing) : null);
            })
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
