package org.cairn.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.audit.Audit;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.ProblemException;

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

  private static final UUID NOBODY = new UUID(0, 0);

  private final PersonStore people;
  private final Audit audit;

  @Inject
  Access(PersonStore people, Audit audit) {
    this.people = people;
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
    return new ActingLearner(
        people.becomeSelf(caller).orElseThrow(() -> noLearner(caller)), Trust.CLIENT);
  }

  /** Those of the named learners that exist, for a product's service account to record for. */
  public Map<UUID, ActingLearner> acting(Collection<UUID> learners) {
    if (!Callers.current().is(Roles.SYSTEM)) {
      return Map.of();
    }
    return people.present(learners).stream()
        .collect(Collectors.toMap(Function.identity(), id -> new ActingLearner(id, Trust.SYSTEM)));
  }

  /**
   * A learner of the caller's district, for its administrator to record for: what an administrator
   * says is not the learner's word.
   *
   * @throws ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ActingLearner administered(String learner) {
    UUID id = idOf(learner);
    if (!Callers.current().is(Roles.DISTRICT_ADMIN)
        || people.present(java.util.List.of(id)).isEmpty()) {
      throw learnerNotFound();
    }
    return new ActingLearner(id, Trust.SERVER);
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

  /** The learners that the caller may see. */
  public VisibleScope scope() {
    Caller caller = Callers.current();
    boolean onlyItself = RelationRule.seesOnlyItself(caller);
    if (!onlyItself) {
      audit.recordList();
    }
    Optional<UUID> me = onlyItself ? people.becomeSelf(caller) : people.find(caller);
    return new VisibleScope(me.orElse(NOBODY), caller.roles());
  }

  private VisibleLearner self() {
    Caller caller = Callers.current();
    if (!caller.is(Roles.LEARNER)) {
      throw learnerNotFound();
    }
    return new VisibleLearner(people.becomeSelf(caller).orElseThrow(Access::unknownPerson), true);
  }

  private VisibleLearner visible(UUID learner) {
    Caller caller = Callers.current();
    if (people.present(java.util.List.of(learner)).isEmpty()) {
      throw withheld(learner);
    }
    Relation relation = relation(caller, learner);
    if (!RelationRule.maySee(caller, relation)) {
      throw withheld(learner);
    }
    if (!relation.self()) {
      audit.recordRead(learner);
    }
    return new VisibleLearner(learner, relation.self());
  }

  /** Learners are narrowed to their own rows before anything is decided about others'. */
  private Relation relation(Caller caller, UUID learner) {
    if (RelationRule.seesOnlyItself(caller)) {
      UUID me = people.becomeSelf(caller).orElseThrow(Access::learnerNotFound);
      return me.equals(learner) ? Relation.SELF : Relation.NONE;
    }
    Relation relation =
        people.find(caller).map(me -> people.relation(me, learner)).orElse(Relation.NONE);
    if (relation.self() && !RelationRule.seesTheWholeTenant(caller)) {
      people.narrowTo(learner);
    }
    return relation;
  }

  private static UUID idOf(String learner) {
    try {
      return UUID.fromString(learner);
    } catch (IllegalArgumentException e) {
      throw learnerNotFound();
    }
  }

  private static ProblemException withheld(UUID learner) {
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

  private static ProblemException unknownPerson() {
    return AccessProblem.PERSON_UNKNOWN.with(
        "The token's sourced_id or verified e-mail address is not an active person's.");
  }
}
