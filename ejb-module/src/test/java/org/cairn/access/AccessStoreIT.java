package org.cairn.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessStoreIT {

  private static final SqlText LINK =
      SqlText.of(
          """
          insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)
          values (:tenant, :guardian, :learner, 'roster', 'live', now())
          """);

  private static final SqlText UNLINK =
      SqlText.of("update guardianship set status = 'ended' where tenant_id = :tenant");

  private static final SqlText LIFT =
      SqlText.of("update guardian_restriction set lifted_at = now() where tenant_id = :tenant");

  private static final SqlText LEAVE =
      SqlText.of(
          "update roster_user set status = 'inactive' where tenant_id = :tenant and id = :id");

  private static final SqlText SET_EMAIL =
      SqlText.of("update roster_user set email = :email where tenant_id = :tenant and id = :id");

  private static final SqlText SET_GRADE =
      SqlText.of("update roster_user set grade = :grade where tenant_id = :tenant and id = :id");

  private static final SqlText NARROWED =
      SqlText.of("select coalesce(current_setting('cairn.learner', true), '')");

  private String tenant;
  private UUID learner;

  @BeforeEach
  void aLearner() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @Test
  void aLearnerActsForItselfWithItsDevicesTrust() {
    ActingLearner acting = as(Roles.LEARNER, learner, Access::acting);
    assertEquals(learner, acting.id());
    assertEquals(Trust.CLIENT, acting.trust());
  }

  @Test
  void aLearnerOfFirstGradeIsNotShownItsXpButOthersAre() {
    inTenant(SET_GRADE, Map.of("grade", "01", "id", learner));
    assertFalse(as(Roles.LEARNER, learner, access -> access.visible(Access.ME)).showsXp());
    assertFalse(as(Roles.LEARNER, learner, access -> access.visible(learner.toString())).showsXp());
    assertFalse(as(Roles.LEARNER, learner, Access::acting).visible().showsXp());
    UUID guardian = TestPeople.learner(tenant);
    inTenant(LINK, Map.of("guardian", guardian, "learner", learner));
    assertTrue(
        as(Roles.GUARDIAN, guardian, access -> access.visible(learner.toString())).showsXp());
    inTenant(SET_GRADE, Map.of("grade", "03", "id", learner));
    assertTrue(as(Roles.LEARNER, learner, access -> access.visible(Access.ME)).showsXp());
  }

  @Test
  void aServiceAccountActsForThoseWhoExist() {
    Map<UUID, ActingLearner> acting =
        as(Roles.SYSTEM, Ids.next(), access -> access.acting(List.of(learner, Ids.next())));
    assertEquals(Set.of(learner), acting.keySet());
    assertEquals(Trust.SYSTEM, acting.get(learner).trust());
  }

  @Test
  void nobodyElseActsForOthers() {
    assertEquals(
        Map.of(), as(Roles.DISTRICT_ADMIN, Ids.next(), access -> access.acting(List.of(learner))));
  }

  @Test
  void aGuardianSeesAChildUntilTheLinkEnds() {
    UUID guardian = TestPeople.learner(tenant);
    refused(Roles.GUARDIAN, guardian, learner.toString());
    inTenant(LINK, Map.of("guardian", guardian, "learner", learner));
    assertEquals(learner, visible(Roles.GUARDIAN, guardian));
    inTenant(UNLINK, Map.of());
    refused(Roles.GUARDIAN, guardian, learner.toString());
  }

  @Test
  void aGuardianSeesNothingWhileARestrictionHolds() {
    UUID guardian = TestPeople.learner(tenant);
    inTenant(LINK, Map.of("guardian", guardian, "learner", learner));
    Map<String, Object> pair = Map.of("guardian", guardian, "learner", learner);
    inTenant(restriction("now() + interval '1 hour'", "null"), pair);
    inTenant(restriction("now() - interval '2 days'", "now()"), pair);
    assertEquals(learner, visible(Roles.GUARDIAN, guardian));
    inTenant(restriction("now()", "now() + interval '1 hour'"), pair);
    refused(Roles.GUARDIAN, guardian, learner.toString());
    inTenant(LIFT, Map.of());
    assertEquals(learner, visible(Roles.GUARDIAN, guardian));
    inTenant(restriction("now() - interval '1 day'", "null"), pair);
    refused(Roles.GUARDIAN, guardian, learner.toString());
  }

  @Test
  void aLinksReaderSeesTheChildOnlyWhileItIsItsGuardian() {
    UUID guardian = TestPeople.learner(tenant);
    assertFalse(linked(guardian));
    inTenant(LINK, Map.of("guardian", guardian, "learner", learner));
    assertTrue(linked(guardian));
    inTenant(
        restriction("now()", "now() + interval '1 hour'"),
        Map.of("guardian", guardian, "learner", learner));
    assertFalse(linked(guardian));
    inTenant(LIFT, Map.of());
    assertTrue(linked(guardian));
    inTenant(LEAVE, Map.of("id", guardian));
    assertFalse(linked(guardian));
  }

  private boolean linked(UUID guardian) {
    return TestDatabase.as(
        new Caller(tenant, "sub", Set.of(), null, null),
        sql ->
            Wired.of(Care.class, sql, Clock.systemUTC())
                .ofLink(guardian, learner)
                .map(VisibleLearner::isAsGuardian)
                .orElse(false));
  }

  private static SqlText restriction(String starts, String ends) {
    return SqlText.of(
        """
        insert into guardian_restriction (tenant_id, id, guardian_id, learner_id, from_day,
          starts_at, ends_at, reason, made_by, made_at)
        values (:tenant, gen_random_uuid(), :guardian, :learner, '2026-03-02', %s, %s, 'order',
          'admin', now())
        """
            .formatted(starts, ends));
  }

  @Test
  void unknownForeignAndForbiddenLearnersAreRefusedAlike() {
    UUID foreign = TestPeople.learner(TestDatabase.newTenant());
    String unknown = refused(Roles.DISTRICT_ADMIN, Ids.next(), Ids.next().toString());
    assertEquals(unknown, refused(Roles.DISTRICT_ADMIN, Ids.next(), foreign.toString()));
    assertEquals(unknown, refused(Roles.LEARNER, TestPeople.learner(tenant), learner.toString()));
    assertEquals(unknown, refused(Roles.TEACHER, Ids.next(), "no-id"));
    assertEquals(learner, visible(Roles.DISTRICT_ADMIN, Ids.next()));
  }

  @Test
  void aVerifiedAddressFindsThePersonUnlessTwoHaveIt() {
    inTenant(SET_EMAIL, Map.of("id", learner, "email", "One@example.com"));
    Caller caller = new Caller(tenant, "sub", Set.of(Roles.LEARNER), null, "one@EXAMPLE.com");
    assertEquals(learner, as(caller, Access::acting).id());
    inTenant(SET_EMAIL, Map.of("id", TestPeople.learner(tenant), "email", "one@example.com"));
    assertThrows(ProblemException.class, () -> as(caller, Access::acting));
  }

  @Test
  void aScopeHoldsTheLearnersOfTheCallersRelations() {
    UUID guardian = TestPeople.learner(tenant);
    inTenant(LINK, Map.of("guardian", guardian, "learner", learner));
    assertEquals(List.of(learner), page(Roles.GUARDIAN, guardian));
    assertEquals(List.of(), page(Roles.TEACHER, guardian));
    assertEquals(List.of(learner), page(Roles.LEARNER, learner));
    assertEquals(List.of(), page(Roles.MODERATOR, learner));
  }

  @Test
  void aLearnersCallIsNarrowedBeforeAnythingIsDecided() {
    UUID sibling = TestPeople.learner(tenant);
    assertEquals(sibling.toString(), narrowedTo(Roles.LEARNER, sibling, learner));
    assertEquals(learner.toString(), narrowedTo(Roles.LEARNER, learner, learner));
    assertEquals("", narrowedTo(Roles.DISTRICT_ADMIN, sibling, learner));
  }

  /**
   * What row-level security knows of the caller once the access was asked for, and given or not.
   */
  private String narrowedTo(String role, UUID person, UUID whom) {
    return TestDatabase.as(
        caller(role, person),
        sql -> {
          try {
            Wired.of(Access.class, sql, Clock.systemUTC()).visible(whom.toString());
          } catch (ProblemException refusal) {
            assertEquals(AccessProblem.LEARNER_NOT_FOUND, refusal.problem());
          }
          return sql.with(NARROWED).list(row -> row.getString(1)).get(0);
        });
  }

  private List<UUID> page(String role, UUID viewer) {
    return TestDatabase.as(
        caller(role, viewer),
        sql ->
            new LearnerStore(sql)
                .page(Wired.of(Access.class, sql, Clock.systemUTC()).scope(), null, 10).stream()
                    .map(LearnerView::learnerId)
                    .toList());
  }

  private UUID visible(String role, UUID viewer) {
    return as(role, viewer, access -> access.visible(learner.toString())).id();
  }

  private String refused(String role, UUID viewer, String whom) {
    ProblemException refusal =
        assertThrows(
            ProblemException.class, () -> as(role, viewer, access -> access.visible(whom)));
    return refusal.problem().name() + refusal.detail();
  }

  private <T> T as(String role, UUID person, Function<Access, T> work) {
    return as(caller(role, person), work);
  }

  private static <T> T as(Caller caller, Function<Access, T> work) {
    return TestDatabase.as(
        caller, sql -> work.apply(Wired.of(Access.class, sql, Clock.systemUTC())));
  }

  private Caller caller(String role, UUID person) {
    return new Caller(tenant, "sub", Set.of(role), person.toString(), null);
  }

  private void inTenant(SqlText statement, Map<String, Object> values) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          var call = sql.with(statement);
          values.forEach(call::set);
          return call.update();
        });
  }
}
