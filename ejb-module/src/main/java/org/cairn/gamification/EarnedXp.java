package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** What things that learners did have earned. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class EarnedXp {

  @Inject private Access access;
  @Inject private EarnedStore store;

  /**
   * The sum of the ledger's rows that these events have caused, corrections included.
   *
   * @param learner an id or {@code me}
   * @return {@code null} where a learner up to grade 2 asks for its own
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public @Nullable Long by(String learner, Collection<String> events) {
    VisibleLearner visible = access.visible(learner);
    return visible.showsXp() ? store.by(visible, events) : null;
  }
}
