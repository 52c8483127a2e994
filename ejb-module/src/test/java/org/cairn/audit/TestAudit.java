package org.cairn.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;

/** A tenant of its own whose audit is written, sealed, tampered with and verified. */
final class TestAudit {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Path FOLDER = folder();

  private static final SqlText COUNT =
      SqlText.of("select count(*) from audit_entry where tenant_id = :tenant");

  final String tenant = TestDatabase.newTenant();
  private Instant now = NOON;

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("cairn-anchors");
      System.setProperty("cairn.audit.anchors", folder.toString());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  Path anchors() {
    return FOLDER.resolve(tenant + ".jsonl");
  }

  Caller caller(String subject, String role) {
    return new Caller(tenant, subject, Set.of(role), null, null);
  }

  /** Works as a caller who has come through the web's door for an operation. */
  <T> T asking(Caller caller, String operation, Function<TenantSql, T> work) {
    try (Callers.Binding origin = Origin.bind("192.0.2.7", "request-1")) {
      Origin.current().orElseThrow().asksFor(operation, null);
      return TestDatabase.as(caller, work);
    }
  }

  /** Writes down some calendar changes, each in its own transaction. */
  void record(int count) {
    for (int i = 0; i < count; i++) {
      String org = "org-" + i;
      in(
          sql -> {
            audit(sql).record(AuditAction.CALENDAR_CHANGED, AuditTarget.of("org", org));
            return org;
          });
    }
  }

  <T> T in(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  <T> T asAdmin(Function<TenantSql, T> work) {
    return TestDatabase.as(caller("admin", Roles.DISTRICT_ADMIN), work);
  }

  Audit audit(TenantSql sql) {
    return Wired.of(Audit.class, sql, clock());
  }

  Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  long count() {
    return in(sql -> sql.with(COUNT).first(row -> row.getLong(1)).orElseThrow());
  }

  List<AuditEntryView> entries() {
    AuditFilter all = AuditFilter.of(null, null, null, null, null, null);
    return in(sql -> new EntryStore(sql).page(all, null, 500));
  }

  void seal() {
    boolean more = true;
    while (more) {
      more = in(sql -> seals(sql).seal());
    }
    in(
        sql -> {
          seals(sql).anchor();
          return true;
        });
  }

  private AuditSeals seals(TenantSql sql) {
    return Wired.of(AuditSeals.class, sql, clock());
  }

  /** Verifies step by step, as the job does. */
  AuditVerificationView verify() {
    UUID id = asAdmin(sql -> verifications(sql).begin());
    boolean more = true;
    while (more) {
      more = in(sql -> Wired.of(AuditVerificationWork.class, sql, clock()).step(id));
    }
    return asAdmin(sql -> verifications(sql).latest());
  }

  AuditVerifications verifications(TenantSql sql) {
    return Wired.of(AuditVerifications.class, sql, clock());
  }

  /** Changes rows as an administrator of the database can. */
  void tamper(String statement) {
    try (Connection superuser = TestDatabase.superuser();
        PreparedStatement change =
            superuser.prepareStatement(statement.replace(":tenant", "'" + tenant + "'"))) {
      change.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
