package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.audit.Audit;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.ProblemException;

/**
 * Gives the permissions of those who care for learners: to decide about one, and to see each one of
 * a class. As with {@link Access}, each is valid for the transaction it was asked in, and whoever
 * is not found and whoever may not be seen get the same answer.
 */
@Singleton
public class Care {

  private final PersonStore people;
  private final GroupStore groups;
  private final Audit audit;

  @Inject
  Care(PersonStore people, GroupStore groups, Audit audit) {
    this.people = people;
    this.groups = groups;
    this.audit = audit;
  }

  /**
   * A learner of a class that the caller teaches, or of the school or district that it runs, to
   * plan its work.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner ofStaff(String learner) {
    return decided(learner, RelationRule::maySupport);
  }

  /**
   * A learner of the school or district that the caller runs, to decide for it.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner ofSchool(String learner) {
    return decided(learner, RelationRule::mayOversee);
  }

  /**
   * A child of the caller by a live link, to decide as its guardian.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner ofGuardian(String learner) {
    return decided(learner, RelationRule::mayGuard);
  }

  /**
   * The caller, as a guardian of the roster, whoever the children are.
   *
   * @throws ProblemException {@code ROLE_MISSING}, {@code PERSON_UNKNOWN}
   */
  public ActingGuardian asGuardian() {
    Caller caller = Callers.current();
    caller.require(Roles.GUARDIAN);
    return new ActingGuardian(people.find(caller).orElseThrow(Access::unknownPerson).id());
  }

  /**
   * A learner of whom a guardian has a link that it follows without a token: still its child, or
   * nothing. Asked for whom a verified link names, never for whom a request names.
   */
  public Optional<VisibleLearner> ofLink(UUID guardian, UUID learner) {
    boolean guards =
        people.present(List.of(guardian, learner)).size() == 2
            && people.relation(guardian, learner).guards();
    if (!guards) {
      Origin.current().ifPresent(origin -> origin.withhold(learner));
      return Optional.empty();
    }
    return Optional.of(new VisibleLearner(learner, false, true, true));
  }

  /**
   * Those who attend a class that the caller teaches today, or whose school or district it runs;
   * its own learners and their guardians have no part in it.
   *
   * @throws ProblemException {@code CLASS_NOT_FOUND}
   */
  public VisibleScope ofClass(UUID classId) {
    Caller caller = Callers.current();
    if (RelationRule.seesOnlyItself(caller) || !maySeeEach(caller, classId)) {
      throw AccessProblem.CLASS_NOT_FOUND.with("No class with this id is visible to you.");
    }
    audit.recordList();
    return VisibleScope.ofClass(classId);
  }

  /**
   * Those whom the caller teaches today, or whose school or district it runs, for figures over them
   * all; a district's include those who have left it.
   *
   * @throws ProblemException {@code ROLE_MISSING}
   */
  public VisibleScope reported() {
    Caller caller = Callers.current();
    caller.require(Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN);
    audit.recordList();
    UUID me = people.find(caller).map(Self::id).orElse(Access.NOBODY);
    return VisibleScope.reportedTo(me, caller.roles());
  }

  private boolean maySeeEach(Caller caller, UUID classId) {
    UUID me = people.find(caller).map(Self::id).orElse(Access.NOBODY);
    return GroupRule.maySeeEach(
        caller, groups.tie(me, Kind.CLASS, classId), people.leads(me, classId));
  }

  private ActingLearner decided(String learner, BiPredicate<Caller, Relation> rule) {
    UUID id = Access.idOf(learner);
    Caller caller = Callers.current();
    Optional<Relation> relation = people.find(caller).map(me -> people.relation(me.id(), id));
    if (!rule.test(caller, relation.orElse(Relation.NONE))
        || people.present(List.of(id)).isEmpty()) {
      throw Access.withheld(id);
    }
    return new ActingLearner(id, Trust.SERVER, true);
  }
}
