package org.cairn.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.shared.Ids;
import org.cairn.shared.Page;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

class AuditStoreIT {

  private static final SqlText NARROW =
      SqlText.of("select set_config('cairn.learner', :learner::text, true)");

  private static final SqlText COUNT =
      SqlText.of("select count(*) from audit_entry where tenant_id = :tenant");

  private final TestAudit district = new TestAudit();
  private final UUID learner = Ids.next();
  private final Caller guardian = district.caller("guardian-1", Roles.GUARDIAN);

  @Test
  void anEntryTellsWhoDidWhatFromWhere() {
    district.asking(
        guardian,
        "putOrgCalendar",
        sql -> {
          district
              .audit(sql)
              .record(
                  AuditAction.CALENDAR_CHANGED,
                  AuditTarget.of("org", "o1"),
                  Map.of("nonSchoolDays", "2"));
          return 0;
        });
    AuditEntryView entry = district.entries().get(0);
    assertEquals("guardian-1", entry.actor());
    assertEquals(List.of("guardian"), entry.roles());
    assertEquals("CALENDAR_CHANGED", entry.action());
    assertEquals("putOrgCalendar", entry.operation());
    assertEquals("org o1", entry.targetKind() + " " + entry.targetId());
    assertEquals("ALLOWED", entry.outcome());
    assertEquals("192.0.2.7", entry.address());
    assertEquals("request-1", entry.requestId());
    assertEquals("{\"nonSchoolDays\":\"2\"}", entry.detail().toString());
    assertEquals(TestAudit.NOON, entry.at());
    assertNull(entry.number());
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() {
    assertThrows(
        IllegalStateException.class,
        () ->
            district.asking(
                guardian,
                "x",
                sql -> {
                  district.audit(sql).record(AuditAction.LINK_USED, AuditTarget.of("link", "l"));
                  throw new IllegalStateException();
                }));
    assertEquals(0, district.count());
  }

  @Test
  void readsAreOneEntryForACallerALearnerAnOperationAndAnHour() {
    read(guardian, "learnerProfile", learner);
    read(guardian, "learnerProfile", learner);
    assertEquals(1, district.count());
    read(guardian, "learnerProfile", Ids.next());
    read(guardian, "listXpTransactions", learner);
    read(district.caller("guardian-2", Roles.GUARDIAN), "learnerProfile", learner);
    assertEquals(4, district.count());
    district.wait(Duration.ofHours(1));
    read(guardian, "learnerProfile", learner);
    assertEquals(5, district.count());
  }

  @Test
  void aJobsReadsAreNotWrittenDown() {
    district.in(
        sql -> {
          district.audit(sql).recordRead(learner);
          return 0;
        });
    assertEquals(0, district.count());
  }

  @Test
  void refusalsAreOneEntryAMinuteAndNoMoreThanTheBound() {
    refuse("LEARNER_NOT_FOUND", learner);
    refuse("LEARNER_NOT_FOUND", learner);
    assertEquals(1, district.count());
    AuditEntryView entry = district.entries().get(0);
    assertEquals("REFUSED LEARNER_NOT_FOUND", entry.outcome() + " " + entry.problem());
    assertEquals(learner, entry.learnerId());
    for (int i = 0; i < 2 * Refusals.MOST_A_MINUTE; i++) {
      refuse("LEARNER_NOT_FOUND", Ids.next());
    }
    assertEquals(Refusals.MOST_A_MINUTE, district.count());
    district.wait(Duration.ofMinutes(1));
    refuse("LEARNER_NOT_FOUND", learner);
    assertEquals(Refusals.MOST_A_MINUTE + 1, district.count());
  }

  @Test
  void aLearnersOwnCallCanWriteAndNotRead() {
    long seen =
        district.asking(
            district.caller("learner-1", Roles.LEARNER),
            "x",
            sql -> {
              sql.with(NARROW).set("learner", learner).list(row -> row.getString(1));
              district
                  .audit(sql)
                  .record(AuditAction.LINK_USED, AuditTarget.of("link", "l", learner));
              return sql.with(COUNT).first(row -> row.getLong(1)).orElseThrow();
            });
    assertEquals(0, seen);
    assertEquals(1, district.count());
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveWhatIsWritten() throws SQLException {
    for (String table : List.of("audit_entry", "audit_seal", "audit_finding")) {
      for (String change : List.of("delete from " + table, "truncate " + table)) {
        refusedByTheDatabase(change);
      }
      refusedByTheDatabase("update " + table + " set tenant_id = 'x'");
    }
  }

  @Test
  void districtsAreKeptApart() {
    district.record(1);
    assertEquals(0, new TestAudit().count());
  }

  @Test
  void filtersAndPagesTheLatestFirst() {
    read(guardian, "learnerProfile", learner);
    district.wait(Duration.ofMinutes(5));
    district.record(3);
    refuse("LEARNER_NOT_FOUND", learner);
    assertEquals(2, found(learner.toString(), null, null, null, null).size());
    assertEquals(2, found(null, "guardian-1", null, null, null).size());
    assertEquals(1, found(learner.toString(), "guardian-1", "LEARNER_READ", null, null).size());
    assertEquals(1, found(null, null, null, "REFUSED", null).size());
    assertEquals(4, found(null, null, null, null, TestAudit.NOON.plusSeconds(1)).size());
    Page<AuditEntryView> first = page(null, 2);
    Page<AuditEntryView> second = page(first.next(), 10);
    assertEquals(2, first.items().size());
    assertEquals("LEARNER_READ", second.items().get(second.items().size() - 1).action());
    assertTrue(
        second.items().stream().noneMatch(first.items()::contains), "an entry is on two pages");
  }

  @Test
  void namesEveryParameterThatCannotBeRead() {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> AuditFilter.of("x", null, "y", "z", "yesterday", "tomorrow"));
    assertEquals(
        List.of("learner", "action", "outcome", "from", "to"),
        refusal.errors().stream().map(error -> error.field()).toList());
  }

  private void read(Caller caller, String operation, UUID whom) {
    district.asking(
        caller,
        operation,
        sql -> {
          district.audit(sql).recordRead(whom);
          return 0;
        });
  }

  private void refuse(String problem, UUID whom) {
    district.asking(
        guardian,
        "learnerProfile",
        sql -> {
          Origin.current().orElseThrow().withhold(whom);
          Wired.of(Refusals.class, sql, district.clock()).record(problem);
          return 0;
        });
  }

  private List<AuditEntryView> found(
      String whom, String actor, String action, String outcome, java.time.Instant from) {
    AuditFilter filter =
        AuditFilter.of(whom, actor, action, outcome, from == null ? null : from.toString(), null);
    return district.in(sql -> new EntryStore(sql).page(filter, null, 500));
  }

  private Page<AuditEntryView> page(String cursor, int limit) {
    AuditFilter all = AuditFilter.of(null, null, null, null, null, null);
    return district.asAdmin(
        sql -> Wired.of(AuditEntries.class, sql, district.clock()).page(all, cursor, limit));
  }

  private static void refusedByTheDatabase(String change) throws SQLException {
    try (Connection app = TestDatabase.rawConnection();
        Statement statement = app.createStatement()) {
      SQLException denied = assertThrows(SQLException.class, () -> statement.execute(change));
      assertEquals("42501", denied.getSQLState(), change);
    }
  }
}
