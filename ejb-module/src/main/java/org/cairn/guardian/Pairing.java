package org.cairn.guardian;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.access.Access;
import org.cairn.access.ActingGuardian;
import org.cairn.access.ActingLearner;
import org.cairn.access.Care;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.guardian.PairingStore.Code;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Links guardians to children by codes that a school, or the child's own account, gives out. */
@Stateless
@RolesAllowed({Roles.LEARNER, Roles.GUARDIAN, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class Pairing {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private Access access;
  @Inject private Care care;
  @Inject private PairingStore store;
  @Inject private LinkStore links;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * What became of a code. It is an answer, not an exception: wrong tries are kept.
   *
   * @param child whom the guardian may see from now on
   * @param refusal why nobody was linked
   */
  public record Outcome(@Nullable ChildView child, @Nullable ProblemException refusal) {

    /**
     * The child.
     *
     * @throws ProblemException {@code PAIRING_CODE_UNKNOWN}, {@code PAIRING_CODE_USED}, {@code
     *     PAIRING_LOCKED}
     */
    public ChildView orThrow() {
      if (child == null) {
        throw refusal == null ? unknown() : refusal;
      }
      return child;
    }

    private static Outcome refused(ProblemException refusal) {
      return new Outcome(null, refusal);
    }
  }

  /**
   * Makes a code for one guardian of a learner.
   *
   * @param learner an id, or {@code me}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}, {@code ROLE_MISSING} for the {@code me} of
   *     somebody else than a learner, {@code PAIRING_CODES_OPEN}
   */
  public PairingCodeView issue(String learner) {
    ActingLearner child = child(learner);
    Instant now = clock.instant();
    Instant expires = now.plus(PairingCode.GOOD_FOR);
    String code = PairingCode.next(RANDOM);
    if (!store.issue(child, hash(code), Callers.current().subject(), now, expires)) {
      throw GuardianProblem.PAIRING_CODES_OPEN.with(
          "At most "
              + PairingCode.MOST_OPEN
              + " are good at a time; wait until one is used or a week old.");
    }
    audit.record(AuditAction.PAIRING_CODE_ISSUED, AuditTarget.learner(child.id()));
    return new PairingCodeView(code, expires);
  }

  /** Links the calling guardian to the child whose code it is. */
  public Outcome redeem(@Nullable String text) {
    ActingGuardian guardian = care.asGuardian();
    Instant now = clock.instant();
    PairingTries tries = store.tries(guardian);
    if (tries.isLocked(now)) {
      return Outcome.refused(
          GuardianProblem.PAIRING_LOCKED
              .with("Try again after " + tries.lockedUntil() + ".")
              .retryAfter(tries.lockedFor(now)));
    }
    Optional<String> hash = Optional.ofNullable(text).flatMap(PairingCode::read).map(Pairing::hash);
    Optional<Code> found = hash.flatMap(known -> store.find(guardian, known, now));
    if (found.isEmpty()) {
      store.keep(guardian, tries.afterWrong(now));
      return Outcome.refused(unknown());
    }
    if (found.get().used()) {
      return Outcome.refused(used());
    }
    store.keep(guardian, PairingTries.NONE);
    store.use(guardian, hash.orElseThrow(), now);
    return new Outcome(linked(guardian, found.get(), now), null);
  }

  /** The children of the calling guardian whom it may see now. */
  public List<ChildView> children() {
    return links.children(care.asGuardian());
  }

  private ActingLearner child(String learner) {
    boolean isMe = learner.equals(Access.ME);
    if (isMe) {
      Callers.current().require(Roles.LEARNER);
    }
    Caller caller = Callers.current();
    boolean isOfSchool = caller.is(Roles.SCHOOL_ADMIN) || caller.is(Roles.DISTRICT_ADMIN);
    if (isMe || (caller.is(Roles.LEARNER) && !isOfSchool)) {
      ActingLearner me = access.acting();
      if (isMe || me.id().toString().equals(learner)) {
        return me;
      }
    }
    return care.ofSchool(learner);
  }

  private ChildView linked(ActingGuardian guardian, Code code, Instant now) {
    if (links.link(guardian, code.learnerId(), now)) {
      audit.record(
          AuditAction.GUARDIAN_LINKED,
          AuditTarget.learner(code.learnerId()),
          Map.of("guardian", guardian.id().toString()));
    }
    return links.children(guardian).stream()
        .filter(child -> child.learnerId().equals(code.learnerId()))
        .findFirst()
        .orElseThrow(Pairing::unknown);
  }

  private static String hash(String code) {
    return PairingCode.hash(Callers.current().tenant(), code);
  }

  private static ProblemException unknown() {
    return GuardianProblem.PAIRING_CODE_UNKNOWN.with(
        "It may be mistyped or more than a week old. After "
            + PairingTries.MOST
            + " wrong codes the next is looked at an hour later.");
  }

  private static ProblemException used() {
    return GuardianProblem.PAIRING_CODE_USED.with(
        "A code links one guardian; ask for another one.");
  }
}
