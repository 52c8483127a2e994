package org.cairn.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.achievement.Achievements;
import org.cairn.caller.Roles;
import org.cairn.gamification.Profiles;
import org.cairn.journey.JourneyRecords;
import org.cairn.onboarding.OnboardingTracks;
import org.cairn.onboarding.TrackView;
import org.cairn.support.Remediation;
import org.cairn.support.RemediationView;

/** How a learner stands, in one answer, for whoever may see it: guardians above all. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class Overviews {

  private static final int NEXT = 5;

  @Inject private Access access;
  @Inject private OverviewStore store;
  @Inject private Profiles profiles;
  @Inject private Achievements achievements;
  @Inject private JourneyRecords journeys;
  @Inject private OnboardingTracks tracks;
  @Inject private Remediation remediation;
  @Inject private Clock clock;

  /**
   * How a learner stands now, in a number of statements that does not grow with what it has done.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public OverviewView of(String learner) {
    VisibleLearner visible = access.visible(learner);
    OverviewStore.Child child = store.child(visible);
    return new OverviewView(
        visible.id(),
        child.givenName(),
        child.grade(),
        profiles.of(learner),
        achievements.summary(learner),
        journeys.page(learner, null, 1).items().stream().findFirst().orElse(null),
        store.week(visible, child, clock.instant()),
        tracks.of(learner, null, true).stream().filter(Overviews::isShown).toList(),
        next(learner));
  }

  private List<RemediationView> next(String learner) {
    return Stream.of("in_progress", "pending")
        .map(status -> new Remediation.Filter(status, null, null))
        .flatMap(open -> remediation.page(learner, open, null, NEXT).items().stream())
        .limit(NEXT)
        .toList();
  }

  private static boolean isShown(TrackView track) {
    TrackView.Progress progress = track.progress();
    boolean begun = progress != null && progress.startedAt() != null;
    boolean dismissed = progress != null && progress.dismissedAt() != null;
    return (begun || track.isRequired()) && !dismissed;
  }
}
