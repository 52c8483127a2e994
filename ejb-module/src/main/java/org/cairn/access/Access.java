package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.access.GroupRule.Tie;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.audit.Audit;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the permissions that stores demand, each valid for the transaction it was asked in.
 *
 * <p>Whoever is not found and whoever may not be seen get the same answer. A learner's own call
 * also narrows the transaction to the learner's rows, which row-level security then enforces. Whose
 * records are shown to somebody else is written down here, so that no boundary can forget it.
 */
@Singleton
public class Access {

  /** What a learner may be called by its own callers. */
  public static final String ME = "me";

  static final UUID NOBODY = new UUID(0, 0);

  private final PersonStore people;
  private final GroupStore groups;
  private final Audit audit;

  @Inject
  Access(PersonStore people, GroupStore groups, Audit audit) {
    this.people = people;
    this.groups = groups;
    this.audit = audit;
  }

  /**
   * The calling learner, as who records for itself.
   *
   * @throws ProblemException {@code PERSON_UNKNOWN} when the token's person is not in the roster,
   *     {@code LEARNER_ERASED} when it was and its records were erased
   */
  public ActingLearner acting() {
    Caller caller = Callers.current();
    Self me = people.becomeSelf(caller).orElseThrow(() -> noLearner(caller));
    return new ActingLearner(me.id(), Trust.CLIENT, me.seesOwnXp());
  }

  /** Those of the named learners that exist, for a product's service account to record for. */
  public Map<UUID, ActingLearner> acting(Collection<UUID> learners) {
    if (!Callers.current().is(Roles.SYSTEM)) {
      return Map.of();
    }
    return people.present(learners).stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> new ActingLearner(id, Trust.SYSTEM, true)));
  }

  /**
   * Those of the named learners whom the roster knows, active or not, for a job to give back what
   * was theirs; whoever was erased since then is not among them.
   *
   * @param since when what is given back was copied
   */
  public Map<UUID, ActingLearner> remembered(Collection<UUID> learners, Instant since) {
    Callers.current().require(Roles.SYSTEM);
    return people.remembered(learners, since).stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> new ActingLearner(id, Trust.SYSTEM, true)));
  }

  /**
   * A learner of the caller's district, for its administrator to record for: what an administrator
   * says is not the learner's word.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner administered(String learner) {
    UUID id = idOf(learner);
    if (!Callers.current().is(Roles.DISTRICT_ADMIN) || people.present(List.of(id)).isEmpty()) {
      throw learnerNotFound();
    }
    return new ActingLearner(id, Trust.SERVER, true);
  }

  /**
   * A learner of a class that the caller teaches, or of the district that it administers, to decide
   * something about.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner supervised(String learner) {
    UUID id = idOf(learner);
    Caller caller = Callers.current();
    boolean may =
        caller.is(Roles.DISTRICT_ADMIN)
            || (caller.is(Roles.TEACHER)
                && people
                    .find(caller)
                    .map(me -> people.relation(me.id(), id).teaches())
                    .orElse(false));
    if (!may || people.present(List.of(id)).isEmpty()) {
      throw withheld(id);
    }
    return new ActingLearner(id, Trust.SERVER, true);
  }

  /**
   * A learner whose records the caller may see.
   *
   * @param learner an id, or {@link #ME}
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public VisibleLearner visible(String learner) {
    return learner.equals(ME) ? self() : visible(idOf(learner));
  }

  /**
   * Everybody in the caller's district, for its administrator to set work for.
   *
   * @throws ProblemException {@code ROLE_MISSING}
   */
  public Audience district() {
    Callers.current().require(Roles.DISTRICT_ADMIN);
    return new Audience(null);
  }

  /**
   * A class that the caller teaches today.
   *
   * @throws ProblemException {@code CLASS_NOT_FOUND}
   */
  public Audience taughtClass(UUID classId) {
    Caller caller = Callers.current();
    boolean leads = people.find(caller).map(me -> people.leads(me.id(), classId)).orElse(false);
    if (!people.isClass(classId) || !AudienceRule.mayDirect(caller, leads)) {
      throw AccessProblem.CLASS_NOT_FOUND.with("No class with this id is yours to direct.");
    }
    return new Audience(classId);
  }

  /** The learners that the caller may see. */
  public VisibleScope scope() {
    Caller caller = Callers.current();
    boolean onlyItself = RelationRule.seesOnlyItself(caller);
    if (!onlyItself) {
      audit.recordList();
    }
    return new VisibleScope(me(caller).map(Self::id).orElse(NOBODY), caller.roles());
  }

  /**
   * A group of learners that the caller belongs to, teaches or administers.
   *
   * @param place the id of a school or class; {@code null} for the district
   * @param grade to narrow it to, as a CEDS code; learners may name their own only
   * @throws ProblemException {@code GROUP_NOT_FOUND}
   */
  public VisibleGroup group(Kind kind, @Nullable String place, @Nullable String grade) {
    Caller caller = Callers.current();
    UUID id = place == null ? null : groupId(place);
    Optional<Self> me = me(caller);
    Tie tie = groups.tie(me.map(Self::id).orElse(NOBODY), kind, id);
    if (!GroupRule.maySee(caller, tie, grade)) {
      throw groupNotFound();
    }
    if (!RelationRule.seesOnlyItself(caller)) {
      audit.recordList();
    }
    VisibleLearner self =
        me.filter(found -> GroupRule.isOwn(caller, tie, grade))
            .map(found -> new VisibleLearner(found.id(), true, found.seesOwnXp()))
            .orElse(null);
    return new VisibleGroup(kind, id, grade, self);
  }

  private VisibleLearner self() {
    Caller caller = Callers.current();
    if (!caller.is(Roles.LEARNER)) {
      throw learnerNotFound();
    }
    Self me = people.becomeSelf(caller).orElseThrow(Access::unknownPerson);
    return new VisibleLearner(me.id(), true, me.seesOwnXp());
  }

  private VisibleLearner visible(UUID learner) {
    Caller caller = Callers.current();
    if (people.present(List.of(learner)).isEmpty()) {
      throw withheld(learner);
    }
    Optional<Self> me = me(caller);
    Relation relation = me.map(self -> relation(self, learner)).orElse(Relation.NONE);
    if (!RelationRule.maySee(caller, relation)) {
      throw withheld(learner);
    }
    if (!relation.self()) {
      audit.recordRead(learner);
      return new VisibleLearner(
          learner, false, true, RelationRule.seesAsGuardian(caller, relation));
    }
    if (!RelationRule.seesTheWholeTenant(caller)) {
      people.narrowTo(learner);
    }
    return new VisibleLearner(learner, true, me.map(Self::seesOwnXp).orElse(true));
  }

  /**
   * Learners are narrowed to their own rows before anything is decided about others', and whoever
   * is no person of the roster, to nobody's.
   */
  private Optional<Self> me(Caller caller) {
    if (!RelationRule.seesOnlyItself(caller)) {
      return people.find(caller);
    }
    Optional<Self> me = people.becomeSelf(caller);
    if (me.isEmpty()) {
      people.narrowTo(NOBODY);
    }
    return me;
  }

  /** Whoever sees only itself has no other relation that could be read. */
  private Relation relation(Self me, UUID learner) {
    if (RelationRule.seesOnlyItself(Callers.current())) {
      return me.id().equals(learner) ? Relation.SELF : Relation.NONE;
    }
    return people.relation(me.id(), learner);
  }

  static UUID idOf(String learner) {
    try {
      return UUID.fromString(learner);
    } catch (IllegalArgumentException e) {
      throw learnerNotFound();
    }
  }

  private static UUID groupId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw groupNotFound();
    }
  }

  private static ProblemException groupNotFound() {
    return AccessProblem.GROUP_NOT_FOUND.with("No such group of learners is visible to you.");
  }

  static ProblemException withheld(UUID learner) {
    Origin.current().ifPresent(origin -> origin.withhold(learner));
    return learnerNotFound();
  }

  private static ProblemException learnerNotFound() {
    return AccessProblem.LEARNER_NOT_FOUND.with("No learner with this id is visible to you.");
  }

  private ProblemException noLearner(Caller caller) {
    return people.isErased(caller)
        ? AccessProblem.LEARNER_ERASED.with("Delete what you have kept; do not send it again.")
        : unknownPerson();
  }

  static ProblemException unknownPerson() {
    return AccessProblem.PERSON_UNKNOWN.with(
        "The token's sourced_id or verified e-mail address is not an active person's.");
  }
}
