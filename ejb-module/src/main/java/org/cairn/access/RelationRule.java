package org.cairn.access;

import org.cairn.caller.Caller;
import org.cairn.caller.Roles;

/** The one rule of who may see a learner: a role and, for most roles, a relation to go with it. */
final class RelationRule {

  private RelationRule() {}

  static boolean maySee(Caller caller, Relation relation) {
    return seesTheWholeTenant(caller)
        || (caller.is(Roles.LEARNER) && relation.self())
        || (caller.is(Roles.GUARDIAN) && relation.guards())
        || (caller.is(Roles.TEACHER) && relation.teaches())
        || (caller.is(Roles.SCHOOL_ADMIN) && relation.administers());
  }

  /** Whether no other role of the caller can open anybody else's records. */
  static boolean seesOnlyItself(Caller caller) {
    return caller.is(Roles.LEARNER)
        && !seesTheWholeTenant(caller)
        && !caller.is(Roles.GUARDIAN)
        && !caller.is(Roles.TEACHER)
        && !caller.is(Roles.SCHOOL_ADMIN);
  }

  static boolean seesTheWholeTenant(Caller caller) {
    return caller.is(Roles.DISTRICT_ADMIN) || caller.is(Roles.SYSTEM);
  }

  /**
   * Whether the caller may plan a learner's work: who teaches it, or runs its school or district.
   */
  static boolean maySupport(Caller caller, Relation relation) {
    return (caller.is(Roles.TEACHER) && relation.teaches()) || mayOversee(caller, relation);
  }

  /** Whether the caller decides for a learner's school. */
  static boolean mayOversee(Caller caller, Relation relation) {
    return caller.is(Roles.DISTRICT_ADMIN)
        || (caller.is(Roles.SCHOOL_ADMIN) && relation.administers());
  }

  /** Whether a live guardian link is all that the caller sees the learner by. */
  static boolean seesAsGuardian(Caller caller, Relation relation) {
    return maySee(caller, relation)
        && !maySee(
            caller,
            new Relation(relation.self(), false, relation.teaches(), relation.administers()));
  }

  /** Whether the caller decides as a learner's guardian. */
  static boolean mayGuard(Caller caller, Relation relation) {
    return caller.is(Roles.GUARDIAN) && relation.guards();
  }
}
