package org.cairn.guardian;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.ActingGuardian;
import org.cairn.access.ActingLearner;
import org.cairn.access.Care;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;

/** A learner's guardians: who they are, the end of a link, and days on which one sees nothing. */
@Stateless
@RolesAllowed({Roles.GUARDIAN, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class Guardians {

  private static final String LINK_OF = "guardian";

  @Inject private Care care;
  @Inject private LinkStore links;
  @Inject private RestrictionStore restrictions;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * A learner's guardians with a live link, by id.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<GuardianView> of(String learner) {
    ActingLearner child = care.ofSchool(learner);
    audit.recordRead(child.id());
    return restrictions.guardians(child, clock.instant());
  }

  /**
   * Ends a link at once; again changes nothing. The roster does not bring it back, a new code does.
   *
   * @param guardian an id; {@code me} where the guardian itself wants it
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code GUARDIAN_NOT_FOUND}
   */
  public void unlink(String learner, String guardian) {
    String by = Callers.current().subject();
    Instant now = clock.instant();
    if (guardian.equals(Access.ME)) {
      ActingGuardian me = care.asGuardian();
      UUID child = idOf(learner);
      require(links.isKnown(me, child));
      note(links.end(me, child, by, now), AuditAction.GUARDIAN_UNLINKED, child, me.id());
    } else {
      ActingLearner child = care.ofSchool(learner);
      UUID other = idOf(guardian);
      require(links.isKnown(child, other));
      note(links.end(child, other, by, now), AuditAction.GUARDIAN_UNLINKED, child.id(), other);
    }
  }

  /**
   * Keeps a guardian from a learner's records for some days, or until it is lifted; the link stays.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code GUARDIAN_NOT_FOUND}, {@code
   *     INVALID_REQUEST}
   */
  public GuardianView.Restriction restrict(
      String learner, String guardian, RestrictionDraft draft) {
    ActingLearner child = care.ofSchool(learner);
    UUID other = idOf(guardian);
    require(links.isKnown(child, other));
    List<FieldError> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", faults.toArray(FieldError[]::new));
    }
    UUID id = Ids.next();
    Instant now = clock.instant();
    restrictions.add(child, other, id, draft, Callers.current().subject(), now);
    note(true, AuditAction.GUARDIAN_RESTRICTED, child.id(), other);
    return restrictions.find(child, other, id, now).orElseThrow();
  }

  /**
   * Ends a restriction at once; again changes nothing.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code RESTRICTION_NOT_FOUND}
   */
  public void lift(String learner, String guardian, UUID restriction) {
    ActingLearner child = care.ofSchool(learner);
    UUID other = idOf(guardian);
    Instant now = clock.instant();
    if (restrictions.find(child, other, restriction, now).isEmpty()) {
      throw GuardianProblem.RESTRICTION_NOT_FOUND.with("No restriction of the two has this id.");
    }
    note(
        restrictions.lift(child, other, restriction, now),
        AuditAction.GUARDIAN_RESTRICTION_LIFTED,
        child.id(),
        other);
  }

  private void note(boolean changed, AuditAction deed, UUID learner, UUID guardian) {
    if (changed) {
      audit.record(deed, AuditTarget.learner(learner), Map.of(LINK_OF, guardian.toString()));
    }
  }

  private static void require(boolean known) {
    if (!known) {
      throw notFound();
    }
  }

  private static UUID idOf(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return GuardianProblem.GUARDIAN_NOT_FOUND.with("No guardian with this id is the learner's.");
  }
}
