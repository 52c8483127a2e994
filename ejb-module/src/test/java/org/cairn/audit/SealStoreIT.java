package org.cairn.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.TenantSql;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealStoreIT {

  private static final String ENTRY =
      "(select entry_id from audit_seal where tenant_id = :tenant and number = %d)";

  private final TestAudit district = new TestAudit();

  @Test
  void aChainOfThousandsOfEntriesIsIntact() {
    district.tamper(
        """
        insert into audit_entry (tenant_id, id, at, actor, roles, action, operation, target_kind,
          target_id, outcome, detail)
        select :tenant, gen_random_uuid(), '2026-03-02T12:00:00Z', 'actor', '{teacher}',
          'LEARNER_READ', 'learnerProfile', 'learner', n::text, 'ALLOWED', '{}'
        from generate_series(1, 4500) n
        """);
    district.seal();
    AuditVerificationView verification = district.verify();
    assertEquals("INTACT", verification.state(), verification::toString);
    assertEquals(4500, verification.checked());
    assertEquals(1, verification.anchors());
  }

  @Test
  void sealsOnceInTheOrderOfTransactionsWithoutAGap() {
    district.record(3);
    district.seal();
    district.seal();
    district.record(2);
    district.seal();
    assertEquals(
        LongStream.rangeClosed(1, 5).boxed().collect(Collectors.toSet()),
        district.entries().stream()
            .filter(entry -> entry.action().equals("CALENDAR_CHANGED"))
            .map(AuditEntryView::number)
            .collect(Collectors.toSet()));
    assertEquals("INTACT", district.verify().state());
  }

  @Test
  void anEntryInFlightIsSealedWhenItHasCommitted() throws SQLException {
    try (Connection slow = TestDatabase.rawConnection();
        Statement statement = slow.createStatement()) {
      statement.execute("select set_config('cairn.tenant', '" + district.tenant + "', true)");
      statement.execute(
          """
          insert into audit_entry (tenant_id, id, at, actor, roles, action, operation, target_kind,
            target_id, outcome, detail)
          select current_tenant(), gen_random_uuid(), '2026-03-02T12:00:00Z', 'slow', '{}',
            'LINK_USED', 'x', 'link', 'l', 'ALLOWED', '{}'
          """);
      district.record(2);
      district.seal();
      assertEquals(0, sealed(), "an entry overtook one in flight");
      slow.commit();
    }
    district.seal();
    assertEquals(3, sealed());
  }

  @Test
  void onlyOneServerSealsAtATime() throws SQLException {
    district.record(1);
    try (Connection other = TestDatabase.rawConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(20813, hashtext('" + district.tenant + "'))");
      district.seal();
      assertEquals(0, sealed());
      other.rollback();
    }
    district.seal();
    assertEquals(1, sealed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + interval '1 microsecond'",
        "actor = 'somebody'",
        "roles = '{}'",
        "action = 'LINK_USED'",
        "operation = 'x'",
        "target_kind = 'x'",
        "target_id = 'x'",
        "learner_id = gen_random_uuid()",
        "outcome = 'REFUSED'",
        "problem = 'X'",
        "request_id = 'x'",
        "address = '192.0.2.1'",
        "detail = '{\"a\": \"b\"}'",
        "xact = '1'"
      })
  void anyChangeOfAnEntryIsFoundAndNamed(String change) {
    sealed(5);
    district.tamper("update audit_entry set " + change + " where id = " + ENTRY.formatted(3));
    finds("ENTRY_ALTERED 3");
  }

  @Test
  void aRemovedEntryIsFoundAndNamed() {
    sealed(5);
    district.tamper("delete from audit_entry where id = " + ENTRY.formatted(2));
    finds("ENTRY_MISSING 2");
  }

  @Test
  void anEntryRemovedWithItsSealIsFoundAndNamed() {
    sealed(5);
    district.tamper("delete from audit_entry where id = " + ENTRY.formatted(2));
    district.tamper("delete from audit_seal where tenant_id = :tenant and number = 2");
    finds("SEAL_MISSING 2");
  }

  @Test
  void aRemovedEndIsFoundByItsAnchor() {
    sealed(5);
    district.tamper("delete from audit_entry where id = " + ENTRY.formatted(5));
    district.tamper("delete from audit_seal where tenant_id = :tenant and number = 5");
    finds("CHAIN_SHORTENED 5");
  }

  @Test
  void swappedEntriesAreFoundAndNamed() {
    sealed(5);
    swap();
    finds("SEAL_ALTERED 2", "SEAL_ALTERED 3", "SEAL_ALTERED 4");
  }

  @Test
  void anEntryPutInBesideTheChainIsFoundAndNamed() {
    sealed(2);
    putIn("2026-03-02T12:00:00Z");
    district.wait(Duration.ofHours(2));
    finds("ENTRY_UNSEALED null");
  }

  @Test
  void anEntryPutInWithAPastTimeIsFoundAlthoughItIsSealed() {
    sealed(2);
    putIn("2026-03-01T12:00:00Z");
    district.seal();
    finds("ENTRY_BACKDATED 3");
  }

  @Test
  void aChainThatWasRewrittenWholeIsFoundByItsAnchors() {
    sealed(3);
    district.record(2);
    district.seal();
    district.tamper("update audit_entry set actor = 'somebody' where id = " + ENTRY.formatted(4));
    district.tamper("delete from audit_seal where tenant_id = :tenant");
    sealPastTheAnchors();
    finds("CHAIN_REWRITTEN 5");
    assertEquals(1, district.verify().anchors(), "the first anchor still holds");
  }

  @Test
  void aChainWithoutAnchorsIsNotTrusted() throws IOException {
    sealed(2);
    Files.delete(district.anchors());
    finds("ANCHOR_MISSING null");
  }

  @Test
  void aSpoiltAnchorIsReportedAndACutOneIsNot() throws IOException {
    sealed(2);
    Files.writeString(district.anchors(), "spoilt\n{\"cut", StandardOpenOption.APPEND);
    finds("ANCHOR_UNREADABLE null");
    district.record(1);
    district.seal();
    assertEquals(2, district.verify().anchors());
  }

  @Test
  void asManyChangesAsThereAreAreFound() {
    sealed(20);
    district.tamper("update audit_entry set actor = 'x' where tenant_id = :tenant");
    assertEquals(20, district.verify().differences());
  }

  @Test
  void oneVerificationRunsAtATimeAndADeadOneGivesWay() {
    district.asAdmin(sql -> district.verifications(sql).begin());
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> district.asAdmin(sql -> district.verifications(sql).begin()));
    assertEquals(AuditProblem.AUDIT_VERIFICATION_RUNNING, refusal.problem());
    district.wait(Duration.ofMinutes(11));
    district.asAdmin(sql -> district.verifications(sql).begin());
    assertEquals("RUNNING", district.asAdmin(sql -> district.verifications(sql).latest()).state());
  }

  @Test
  void aVerificationGoesOnWhereACrashHasLeftIt() {
    sealed(3);
    UUID id = district.in(sql -> work(sql).begin());
    assertEquals(id, district.in(sql -> work(sql).begin()));
    boolean more = true;
    while (more) {
      more = district.in(sql -> work(sql).step(id));
    }
    assertEquals("INTACT", district.asAdmin(sql -> district.verifications(sql).latest()).state());
  }

  @Test
  void anOperatorInsideADistrictAndItsProgramsAreTurnedAway() {
    for (Caller caller :
        List.of(
            new Caller(district.tenant, "operator", Set.of(), null, null),
            district.caller("program", Roles.SYSTEM))) {
      ProblemException refusal =
          assertThrows(
              ProblemException.class,
              () -> TestDatabase.as(caller, sql -> district.verifications(sql).latest()));
      assertEquals(CommonProblem.ROLE_MISSING, refusal.problem());
    }
  }

  private AuditVerificationWork work(TenantSql sql) {
    return Wired.of(AuditVerificationWork.class, sql, district.clock());
  }

  private void sealed(int count) {
    district.record(count);
    district.seal();
  }

  private long sealed() {
    return district.entries().stream().filter(entry -> entry.number() != null).count();
  }

  private void swap() {
    district.tamper("update audit_seal set number = 1002 where tenant_id = :tenant and number = 2");
    district.tamper("update audit_seal set number = 2 where tenant_id = :tenant and number = 3");
    district.tamper("update audit_seal set number = 3 where tenant_id = :tenant and number = 1002");
  }

  private void putIn(String at) {
    district.tamper(
        """
        insert into audit_entry (tenant_id, id, at, actor, roles, action, operation, target_kind,
          target_id, outcome, detail)
        values (:tenant, gen_random_uuid(), 'AT', 'somebody', '{}', 'LINK_USED', 'x', 'link', 'l',
          'ALLOWED', '{}')
        """
            .replace("AT", at));
  }

  /** What one does who knows this code and the database, and has no hand on the server's files. */
  private void sealPastTheAnchors() {
    district.in(sql -> Wired.of(AuditSeals.class, sql, district.clock()).seal());
  }

  private void finds(String... differences) {
    AuditVerificationView verification = district.verify();
    assertEquals("DIFFERENT", verification.state());
    assertEquals(
        Set.of(differences),
        verification.findings().stream()
            .map(finding -> finding.kind() + " " + finding.number())
            .collect(Collectors.toSet()));
    assertTrue(
        verification.findings().stream()
            .filter(finding -> List.of("ENTRY_ALTERED", "ENTRY_MISSING").contains(finding.kind()))
            .allMatch(finding -> finding.entryId() != null));
  }
}
