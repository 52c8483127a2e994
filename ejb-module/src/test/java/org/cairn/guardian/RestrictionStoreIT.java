package org.cairn.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.guardian.GuardianView.Restriction;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestrictionStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");
  private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2026, 3, 8);

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, time_zone)
          values (:tenant, :id, 'school', 'active', 'A school', 'school', 'America/Chicago')
          """);
  private static final SqlText ENROLL =
      SqlText.of(
          """
          update roster_user set primary_org_id = :org
          where tenant_id = :tenant and id = :learner
          """);
  private static final SqlText LINK =
      SqlText.of(
          """
          insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)
          values (:tenant, :guardian, :learner, 'roster', 'live', now())
          """);
  private static final SqlText HOURS =
      SqlText.of(
          """
          select starts_at at time zone 'UTC' || ' to ' || coalesce(
            (ends_at at time zone 'UTC')::text, 'ever') as hours
          from guardian_restriction where tenant_id = :tenant order by from_day, id
          """);

  private String tenant;
  private ActingLearner learner;
  private UUID guardian;

  @BeforeEach
  void aChildAndItsGuardian() {
    tenant = TestDatabase.newTenant();
    UUID child = TestPeople.learner(tenant);
    guardian = TestPeople.learner(tenant);
    learner = Permissions.acting(child);
    UUID school = Ids.next();
    TestDatabase.inTenant(
        tenant,
        sql -> {
          sql.with(SCHOOL).set("id", school).update();
          sql.with(ENROLL).set("org", school).set("learner", child).update();
          return sql.with(LINK).set("guardian", guardian).set("learner", child).update();
        });
  }

  @Test
  void daysBeginAndEndAtTheLearnersSchoolThroughDaylightSaving() {
    add(CLOCKS_GO_FORWARD, CLOCKS_GO_FORWARD);
    add(CLOCKS_GO_FORWARD.plusDays(1), null);
    assertEquals(
        List.of("2026-03-08 06:00:00 to 2026-03-09 05:00:00", "2026-03-09 05:00:00 to ever"),
        TestDatabase.inTenant(tenant, sql -> sql.with(HOURS).list(row -> row.getString("hours"))));
  }

  @Test
  void whatIsOverOrLiftedIsNotToldWithTheGuardian() {
    add(CLOCKS_GO_FORWARD.minusDays(9), CLOCKS_GO_FORWARD.minusDays(1));
    UUID held = add(CLOCKS_GO_FORWARD, CLOCKS_GO_FORWARD);
    UUID later = add(CLOCKS_GO_FORWARD.plusDays(9), null);
    UUID lifted = add(CLOCKS_GO_FORWARD, null);
    boolean first = in(store -> store.lift(learner, guardian, lifted, NOW));
    boolean again = in(store -> store.lift(learner, guardian, lifted, NOW));
    assertTrue(first);
    assertFalse(again, "again changes nothing");
    List<GuardianView> told = in(store -> store.guardians(learner, NOW));
    assertEquals(1, told.size());
    List<Restriction> restrictions = told.get(0).restrictions();
    assertEquals(List.of(held, later), restrictions.stream().map(Restriction::id).toList());
    assertEquals(List.of(true, false), restrictions.stream().map(Restriction::inForce).toList());
  }

  private UUID add(LocalDate from, LocalDate until) {
    UUID id = Ids.next();
    in(
        store -> {
          store.add(learner, guardian, id, new RestrictionDraft(from, until, "Order"), "x", NOW);
          return id;
        });
    return id;
  }

  private <T> T in(java.util.function.Function<RestrictionStore, T> work) {
    return TestDatabase.inTenant(tenant, (TenantSql sql) -> work.apply(new RestrictionStore(sql)));
  }
}
