package org.cairn.leaderboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;

/** Has learners be on no leaderboard: decided by the learner, a guardian or an administrator. */
@Stateless
@RolesAllowed({Roles.LEARNER, Roles.GUARDIAN, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class LeaderboardOptOuts {

  @Inject private Access access;
  @Inject private OptOutStore store;
  @Inject private ListingStore listings;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Whether the learner has opted out.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public OptOutView of(String learner) {
    return store.find(access.visible(learner)).orElse(OptOutView.NONE);
  }

  /**
   * Takes the learner off all boards at once; again changes nothing.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public OptOutView optOut(String learner) {
    VisibleLearner visible = access.visible(learner);
    if (store.put(visible, clock.instant())) {
      listings.follow(visible);
      audit.record(AuditAction.LEADERBOARD_LEFT, AuditTarget.learner(visible.id()));
    }
    return store.find(visible).orElse(OptOutView.NONE);
  }

  /**
   * Puts the learner back; what others have decided, the learner cannot take back.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code
   *     LEADERBOARD_OPT_OUT_HELD}
   */
  public void optIn(String learner) {
    VisibleLearner visible = access.visible(learner);
    Optional<OptOutView> held = store.find(visible);
    if (held.isEmpty()) {
      return;
    }
    if (visible.isSelf() && !Boolean.TRUE.equals(held.get().byLearner())) {
      throw LeaderboardProblem.LEADERBOARD_OPT_OUT_HELD.with(
          "Ask the guardian or the school to take it back.");
    }
    store.remove(visible);
    listings.follow(visible);
    audit.record(AuditAction.LEADERBOARD_JOINED, AuditTarget.learner(visible.id()));
  }
}
