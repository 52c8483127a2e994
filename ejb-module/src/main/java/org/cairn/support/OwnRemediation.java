package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Roles;
import org.cairn.events.EventLog;

/**
 * The calling learner's own queue. A learner begins an item; that it is completed, mastery tells or
 * those who teach it, and nobody skips its own.
 */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class OwnRemediation {

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private RemediationStore store;
  @Inject private Clock clock;

  /**
   * Begins an item; again changes nothing.
   *
   * @throws org.cairn.shared.ProblemException {@code REMEDIATION_NOT_FOUND}, {@code
   *     REMEDIATION_CLOSED}
   */
  public RemediationView start(UUID id) {
    ActingLearner learner = access.acting();
    log.lock(learner);
    RemediationView item = Remediation.found(store.find(learner.visible(), id));
    if (!item.isOpen()) {
      throw SupportProblem.REMEDIATION_CLOSED.with("A teacher can open it again.");
    }
    if (item.status().equals(RemediationRules.PENDING)) {
      store.change(
          learner,
          id,
          RemediationRules.IN_PROGRESS,
          item.priority(),
          item.dueOn(),
          clock.instant());
    }
    return Remediation.found(store.find(learner.visible(), id));
  }
}
