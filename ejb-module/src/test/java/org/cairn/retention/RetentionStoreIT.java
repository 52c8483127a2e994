package org.cairn.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Now is the first of July; old is the first of January two years before, young is yesterday. */
class RetentionStoreIT {

  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final String OLD = "2024-01-01T08:00:00Z";
  private static final String YOUNG = "2026-06-30T20:00:00Z";

  private String tenant;
  private UUID learner;

  @BeforeEach
  void aDistrict() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void whatIsOldGoesAndWhatIsYoungStays(Category category) throws SQLException {
    for (int i = 0; i < 3; i++) {
      put(category, OLD);
    }
    put(category, YOUNG);
    assertEquals(3, total(category));
    List<String> found = all(category, 2);
    assertEquals(3, found.size());
    assertEquals(3, removed(category, found));
    assertEquals(0, total(category));
    assertEquals(0, removed(category, found));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void whatIsYoungIsNotRemovedWhoeverNamesIt(Category category) throws SQLException {
    put(category, OLD);
    List<String> found = all(category, 10);
    run("update %s where tenant_id = '%s'".formatted(younger(category), tenant));
    assertEquals(0, removed(category, found));
  }

  @Test
  void anotherDistrictsRowsStay() throws SQLException {
    put(Category.PAIRING_CODES, OLD);
    List<String> found = all(Category.PAIRING_CODES, 10);
    String own = tenant;
    String other = TestDatabase.newTenant();
    tenant = other;
    assertEquals(0, removed(Category.PAIRING_CODES, found));
    tenant = own;
    assertEquals(1, total(Category.PAIRING_CODES));
  }

  @Test
  void aWrongSettingIsNotTakenForZero() {
    String setting = Category.PAIRING_CODES.setting();
    assertEquals("cairn.retention.pairing-codes", setting);
    System.setProperty(setting, "0");
    try {
      assertThrows(IllegalStateException.class, () -> total(Category.PAIRING_CODES));
    } finally {
      System.clearProperty(setting);
    }
  }

  private long total(Category category) {
    return retaining(r -> r.total(category));
  }

  private int removed(Category category, List<String> keys) {
    return retaining(r -> r.remove(category, keys));
  }

  private List<String> all(Category category, int page) {
    List<String> all = new ArrayList<>();
    List<String> more;
    do {
      String after = all.isEmpty() ? null : all.get(all.size() - 1);
      more = retaining(r -> r.page(category, after, page));
      all.addAll(more);
    } while (!more.isEmpty());
    return all;
  }

  private <T> T retaining(Function<Retention, T> work) {
    return TestDatabase.inTenant(
        tenant, sql -> work.apply(Wired.of(Retention.class, sql, clock())));
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private void put(Category category, String at) throws SQLException {
    String any = Ids.next().toString();
    run(
        switch (category) {
          case PAIRING_CODES ->
              """
              insert into pairing_code (tenant_id, code_hash, learner_id, issued_by, issued_at,
                expires_at)
              values ('%s', '%s', '%s', 'someone', '%s', '%4$s')
              """
                  .formatted(tenant, any, learner, at);
          case PAIRING_TRIES ->
              """
              insert into pairing_try (tenant_id, guardian_id, wrong, wrong_at)
              values ('%s', '%s', 1, '%s')
              """
                  .formatted(tenant, TestPeople.learner(tenant), at);
          case REPLAY_DIFFERENCES ->
              """
              with replay as (
                insert into rule_replay (tenant_id, id, rule_version, state, before, requested_by,
                  requested_at)
                values ('%1$s', '%2$s', 'shared-1', 'APPLIED', now(), 'someone', '%4$s')
              )
              insert into rule_replay_difference (tenant_id, replay_id, learner_id, cut,
                lifetime_before, lifetime_after, balance_before, balance_after, waived,
                changed_rows, changes)
              values ('%1$s', '%2$s', '%3$s', 1, 1, 1, 1, 1, 0, 0, '{}')
              """
                  .formatted(tenant, any, learner, at);
          case JOURNEY_DEVICES ->
              """
              with above as (
                insert into learning_journey (tenant_id, learner_id, grade, school_year, career,
                  companion, journeys_started, skills_of_grade, started_at, last_at)
                values ('%1$s', '%2$s', '04', 2026, 'chef', 'spark', 1, 4, now(), now())
                on conflict do nothing
              ), journey as (
                insert into journey (tenant_id, learner_id, id, grade, school_year, career,
                  companion, started_at)
                values ('%1$s', '%2$s', '%3$s', '04', 2026, 'chef', 'spark', now())
              )
              insert into journey_device (tenant_id, learner_id, device_id, journey_id,
                last_seen_at)
              values ('%1$s', '%2$s', '%3$s', '%3$s', '%4$s')
              """
                  .formatted(tenant, learner, any, at);
          case PROGRESS_DEVICES ->
              """
              insert into progress_device (tenant_id, learner_id, client_id, synced_at, clock_skew)
              values ('%s', '%s', '%s', '%s', 0)
              """
                  .formatted(tenant, learner, any, at);
          case LEDGER_FINDINGS ->
              """
              insert into ledger_finding (tenant_id, learner_id, code, profile, ledger, found_at,
                seen_in, gone_at)
              values ('%s', '%s', '%s', 1, 2, '%s', gen_random_uuid(), '%4$s')
              """
                  .formatted(tenant, learner, any, at);
          case PROGRESS_FINDINGS ->
              """
              insert into progress_finding (tenant_id, learner_id, code, differences, found_at,
                seen_in, gone_at)
              values ('%s', '%s', '%s', 1, '%s', gen_random_uuid(), '%4$s')
              """
                  .formatted(tenant, learner, any, at);
          case ROSTER_ERRORS ->
              """
              with roster as (
                insert into roster_import (tenant_id, id, state, sha256, dry_run, threshold,
                  received_by, received_at, touched_at, finished_at, kinds, not_imported, rows_total)
                values ('%1$s', '%2$s', 'APPLIED', '', false, 0, 'someone', '%3$s', '%3$s', '%3$s',
                  '{}', '{}', 1)
              )
              insert into roster_error (tenant_id, import_id, kind, line, field, sourced_id, effect,
                message)
              values ('%1$s', '%2$s', 'users', 1, 'email', 's', 'VALUE_LEFT_OUT', 'no address')
              """
                  .formatted(tenant, any, at);
        });
  }

  /** A table, and how its rows come to life again. */
  private static String younger(Category category) {
    String now = " = '" + YOUNG + "'";
    return switch (category) {
      case PAIRING_CODES -> "pairing_code set expires_at" + now;
      case PAIRING_TRIES -> "pairing_try set wrong_at" + now;
      case REPLAY_DIFFERENCES -> "rule_replay set applied_at" + now;
      case JOURNEY_DEVICES -> "journey_device set last_seen_at" + now;
      case PROGRESS_DEVICES -> "progress_device set synced_at" + now;
      case LEDGER_FINDINGS -> "ledger_finding set gone_at" + now;
      case PROGRESS_FINDINGS -> "progress_finding set gone_at" + now;
      case ROSTER_ERRORS -> "roster_import set finished_at" + now;
    };
  }

  private static void run(String statement) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        Statement running = superuser.createStatement()) {
      running.execute(statement);
    }
  }
}
