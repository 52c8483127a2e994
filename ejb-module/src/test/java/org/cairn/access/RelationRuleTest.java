package org.cairn.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationRuleTest {

  private static final Relation SELF = new Relation(true, false, false, false);
  private static final Relation GUARDS = new Relation(false, true, false, false);
  private static final Relation TEACHES = new Relation(false, false, true, false);
  private static final Relation ADMINISTERS = new Relation(false, false, false, true);

  @Test
  void aLearnerSeesItself() {
    assertTrue(maySee(Roles.LEARNER, SELF));
    assertFalse(maySee(Roles.LEARNER, Relation.NONE));
  }

  @Test
  void aGuardianSeesByALiveLinkOnly() {
    assertTrue(maySee(Roles.GUARDIAN, GUARDS));
    assertFalse(maySee(Roles.GUARDIAN, Relation.NONE));
  }

  @Test
  void aTeacherSeesTheStudentsOfItsClasses() {
    assertTrue(maySee(Roles.TEACHER, TEACHES));
    assertFalse(maySee(Roles.TEACHER, Relation.NONE));
  }

  @Test
  void aSchoolAdminSeesTheSchoolsStudents() {
    assertTrue(maySee(Roles.SCHOOL_ADMIN, ADMINISTERS));
    assertFalse(maySee(Roles.SCHOOL_ADMIN, Relation.NONE));
  }

  @Test
  void workIsPlannedByThoseWhoTeachOrRunTheSchool() {
    assertTrue(RelationRule.maySupport(with(Roles.TEACHER), TEACHES));
    assertTrue(RelationRule.maySupport(with(Roles.SCHOOL_ADMIN), ADMINISTERS));
    assertTrue(RelationRule.maySupport(with(Roles.DISTRICT_ADMIN), Relation.NONE));
    for (String role : List.of(Roles.LEARNER, Roles.GUARDIAN, Roles.SYSTEM, Roles.AUTHOR)) {
      assertFalse(RelationRule.maySupport(with(role), new Relation(true, true, true, true)), role);
    }
    assertFalse(RelationRule.maySupport(with(Roles.TEACHER), ADMINISTERS));
    assertFalse(RelationRule.maySupport(with(Roles.SCHOOL_ADMIN), TEACHES));
  }

  @Test
  void teachersDecideNothingForTheSchoolAndOnlyGuardiansForTheChild() {
    assertTrue(RelationRule.mayOversee(with(Roles.SCHOOL_ADMIN), ADMINISTERS));
    assertFalse(RelationRule.mayOversee(with(Roles.SCHOOL_ADMIN), Relation.NONE));
    assertFalse(RelationRule.mayOversee(with(Roles.TEACHER), TEACHES));
    assertTrue(RelationRule.mayGuard(with(Roles.GUARDIAN), GUARDS));
    assertFalse(RelationRule.mayGuard(with(Roles.GUARDIAN), SELF));
    assertFalse(RelationRule.mayGuard(with(Roles.DISTRICT_ADMIN), GUARDS));
  }

  private static Caller with(String role) {
    return new Caller("t", "s", Set.of(role), null, null);
  }

  @Test
  void aRelationWithoutItsRoleShowsNothing() {
    assertFalse(maySee(Roles.LEARNER, GUARDS));
    assertFalse(maySee(Roles.GUARDIAN, TEACHES));
    assertFalse(maySee(Roles.TEACHER, ADMINISTERS));
    assertFalse(maySee(Roles.SCHOOL_ADMIN, SELF));
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  void wholeTenantRolesNeedNoRelation(String role) {
    assertTrue(maySee(role, Relation.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.AUTHOR, Roles.MODERATOR, Roles.OPERATOR})
  void rolesWithoutBusinessWithLearnersSeeNobody(String role) {
    assertFalse(maySee(role, new Relation(true, true, true, true)));
  }

  @Test
  void onlyALearnerWithoutAnotherRelationSeesOnlyItself() {
    assertTrue(seesOnlyItself(Roles.LEARNER));
    assertTrue(seesOnlyItself(Roles.LEARNER, Roles.AUTHOR));
    assertFalse(seesOnlyItself(Roles.AUTHOR));
    for (String wider :
        List.of(
            Roles.GUARDIAN,
            Roles.TEACHER,
            Roles.SCHOOL_ADMIN,
            Roles.DISTRICT_ADMIN,
            Roles.SYSTEM)) {
      assertFalse(seesOnlyItself(Roles.LEARNER, wider), wider);
    }
  }

  @Test
  void whoHasNothingButAChildSeesItAsGuardian() {
    Relation guards = new Relation(false, true, false, false);
    assertTrue(seesAsGuardian(guards, Roles.GUARDIAN));
    assertTrue(seesAsGuardian(guards, Roles.GUARDIAN, Roles.TEACHER));
    assertFalse(
        seesAsGuardian(new Relation(false, true, true, false), Roles.GUARDIAN, Roles.TEACHER));
    assertFalse(seesAsGuardian(guards, Roles.GUARDIAN, Roles.DISTRICT_ADMIN));
    assertFalse(seesAsGuardian(Relation.NONE, Roles.GUARDIAN), "who sees nothing");
    assertFalse(seesAsGuardian(Relation.SELF, Roles.LEARNER));
  }

  private static boolean seesAsGuardian(Relation relation, String... roles) {
    return RelationRule.seesAsGuardian(
        new Caller("grand-bend", "subject", Set.of(roles), null, null), relation);
  }

  private static boolean seesOnlyItself(String... roles) {
    return RelationRule.seesOnlyItself(
        new Caller("grand-bend", "subject", Set.of(roles), null, null));
  }

  private static boolean maySee(String role, Relation relation) {
    return RelationRule.maySee(
        new Caller("grand-bend", "subject", Set.of(role), null, null), relation);
  }
}
