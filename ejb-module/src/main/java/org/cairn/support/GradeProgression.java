package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.jspecify.annotations.Nullable;

/** Which grade a learner is in: the roster's, or one that a guardian's override has led to. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class GradeProgression {

  /**
   * Where a learner is now.
   *
   * @param grade the higher one of the roster's and those reached in the school year; a CEDS code
   * @param rosterGrade which an override never changes
   * @param schoolYear by the year in which it ends
   * @param reached by overrides, of all school years, the latest first
   */
  public record Progression(
      UUID learnerId,
      @Nullable String grade,
      @Nullable String rosterGrade,
      @Nullable Integer schoolYear,
      List<Reached> reached) {}

  /** A grade that an override has led to. */
  public record Reached(String grade, int schoolYear, UUID overrideId, Instant reachedAt) {}

  @Inject private Access access;
  @Inject private OverrideStore store;
  @Inject private Clock clock;

  /**
   * Where a learner is now.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public Progression of(String learner) {
    VisibleLearner visible = access.visible(learner);
    List<Reached> reached = store.reached(visible);
    return store
        .schooling(visible, clock.instant())
        .map(
            s -> new Progression(visible.id(), s.grade(), s.rosterGrade(), s.schoolYear(), reached))
        .orElseGet(() -> new Progression(visible.id(), null, null, null, reached));
  }
}
