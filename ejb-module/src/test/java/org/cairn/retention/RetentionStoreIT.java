package org.cairn.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.caller.SqlText;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Now is the first of July; old is the first of January two years before, young is yesterday. */
class RetentionStoreIT {

  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final String OLD = "2024-01-01T08:00:00Z";
  private static final String YOUNG = "2026-06-30T20:00:00Z";

  private static final int MANY = 20_000;

  /** Rows of a table that the transaction has read, by whatever way. */
  private static final SqlText READ =
      SqlText.of(
          """
          select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
          where relname = :table
          """);

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

  /** EDGE is as long ago as the category is kept, and stays; OVER is a microsecond before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAIRING_CODES      | expires_at = EDGE | false
          PAIRING_CODES      | expires_at = OVER | true
          PAIRING_CODES      | expires_at = YOUNG, used_at = EDGE | false
          PAIRING_CODES      | expires_at = YOUNG, used_at = OVER | true
          PAIRING_CODES      | expires_at = OVER, used_at = EDGE | true
          PAIRING_TRIES      | wrong_at = EDGE | false
          PAIRING_TRIES      | wrong_at = OVER | true
          PAIRING_TRIES      | wrong_at = OVER, locked_until = EDGE | false
          PAIRING_TRIES      | wrong_at = EDGE, locked_until = OVER | false
          PAIRING_TRIES      | wrong_at = OVER, locked_until = OVER | true
          PAIRING_TRIES      | wrong_at = null, locked_until = EDGE | false
          PAIRING_TRIES      | wrong_at = null, locked_until = OVER | true
          PAIRING_TRIES      | wrong_at = null, locked_until = null | true
          REPLAY_DIFFERENCES | requested_at = EDGE | false
          REPLAY_DIFFERENCES | requested_at = OVER | true
          REPLAY_DIFFERENCES | ready_at = EDGE | false
          REPLAY_DIFFERENCES | ready_at = OVER, requested_at = EDGE | true
          REPLAY_DIFFERENCES | applied_at = EDGE, ready_at = OVER | false
          REPLAY_DIFFERENCES | applied_at = OVER, ready_at = EDGE | true
          REPLAY_DIFFERENCES | state = 'FAILED', ready_at = EDGE | false
          REPLAY_DIFFERENCES | state = 'FAILED', ready_at = OVER | true
          REPLAY_DIFFERENCES | state = 'COMPUTING' | false
          REPLAY_DIFFERENCES | state = 'APPLYING' | false
          REPLAY_DIFFERENCES | state = 'READY' | false
          REPLAY_DIFFERENCES | state = 'READY', apply_requested_at = YOUNG | false
          JOURNEY_DEVICES    | last_seen_at = EDGE | false
          JOURNEY_DEVICES    | last_seen_at = OVER | true
          PROGRESS_DEVICES   | synced_at = EDGE | false
          PROGRESS_DEVICES   | synced_at = OVER | true
          LEDGER_FINDINGS    | gone_at = EDGE | false
          LEDGER_FINDINGS    | gone_at = OVER | true
          LEDGER_FINDINGS    | gone_at = null | false
          PROGRESS_FINDINGS  | gone_at = EDGE | false
          PROGRESS_FINDINGS  | gone_at = OVER | true
          PROGRESS_FINDINGS  | gone_at = null | false
          ROSTER_ERRORS      | finished_at = EDGE | false
          ROSTER_ERRORS      | finished_at = OVER | true
          ROSTER_ERRORS      | finished_at = null | false
          """)
  void aRowIsOverFromTheMomentOnThatItsRuleSays(Category category, String values, boolean isOver)
      throws SQLException {
    put(category, OLD);
    run(
        "update %s set %s where tenant_id = '%s'"
            .formatted(timed(category), timesIn(values, category), tenant));
    judged(category, isOver);
  }

  /** A replay that waits is over when another one was applied since it was asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          requested_at | true
          requested_at - interval '1 microsecond' | false
          null | false
          """)
  void aReplayThatWaitsIsOverthrownByALaterOne(String applyRequestedAt, boolean isOver)
      throws SQLException {
    put(Category.REPLAY_DIFFERENCES, OLD);
    replays("state = 'READY'");
    another("'%s'".formatted(tenant), applyRequestedAt);
    judged(Category.REPLAY_DIFFERENCES, isOver);
  }

  @Test
  void aReplayThatWaitsIsNotOverthrownByAnotherDistrictsNorBeforeItsTime() throws SQLException {
    put(Category.REPLAY_DIFFERENCES, OLD);
    replays("state = 'READY'");
    another("'%s'".formatted(TestDatabase.newTenant()), "requested_at");
    judged(Category.REPLAY_DIFFERENCES, false);
    another("tenant_id", "requested_at");
    replays(timesIn("ready_at = EDGE", Category.REPLAY_DIFFERENCES) + " where state = 'READY' and");
    judged(Category.REPLAY_DIFFERENCES, false);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void aPageOfManyRowsAndItsRemovalReadNoMoreThanTheyHold(Category category) throws SQLException {
    put(category, OLD);
    many(category);
    List<String> first = retaining(r -> r.page(category, null, 500));
    long read =
        TestDatabase.inTenant(
            tenant,
            sql -> {
              Retention retention = Wired.of(Retention.class, sql, clock());
              List<String> next = retention.page(category, first.get(499), 500);
              assertEquals(1_000, Stream.concat(first.stream(), next.stream()).distinct().count());
              assertEquals(500, retention.remove(category, next));
              return sql.with(READ)
                  .set("table", table(category))
                  .first(row -> row.getLong(1))
                  .orElseThrow();
            });
    run("delete from %s where tenant_id = '%s'".formatted(table(category), tenant));
    assertTrue(read <= 2_000, "rows: " + read);
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

  private void judged(Category category, boolean isOver) {
    assertEquals(isOver ? 1 : 0, total(category));
    List<String> found = all(category, 10);
    assertEquals(isOver ? 1 : 0, found.size());
    assertEquals(found.size(), removed(category, found));
  }

  private void replays(String change) throws SQLException {
    run(
        "update rule_replay set %s %s tenant_id = '%s'"
            .formatted(change, change.contains("where") ? "" : "where", tenant));
  }

  /** Another replay like the district's, which was applied. */
  private void another(String ofTenant, String applyRequestedAt) throws SQLException {
    run(
        """
        insert into rule_replay (tenant_id, id, rule_version, state, before, requested_by,
          requested_at, apply_requested_at)
        select %s, gen_random_uuid(), rule_version, 'APPLIED', before, requested_by,
          requested_at, %s
        from rule_replay where tenant_id = '%s'
        """
            .formatted(ofTenant, applyRequestedAt, tenant));
  }

  /** Many rows like the one that is there. */
  private void many(Category category) throws SQLException {
    String key =
        switch (category) {
          case PAIRING_CODES -> "'code_hash', gen_random_uuid()";
          case PAIRING_TRIES -> "'guardian_id', gen_random_uuid()";
          case ROSTER_ERRORS -> "'line', n + 1";
          default -> "'learner_id', gen_random_uuid()";
        };
    run(
        """
        set session_replication_role = replica;
        insert into %1$s
        select (jsonb_populate_record(t, jsonb_build_object(%2$s))).*
        from %1$s t cross join generate_series(1, %3$d) n where tenant_id = '%4$s';
        analyze %1$s
        """
            .formatted(table(category), key, MANY, tenant));
  }

  private static String timesIn(String values, Category category) {
    Instant edge = NOW.minus(Duration.ofDays(category.days()));
    return values
        .replace("EDGE", "'" + edge + "'")
        .replace("OVER", "'" + edge.minus(1, ChronoUnit.MICROS) + "'")
        .replace("YOUNG", "'" + YOUNG + "'");
  }

  private static String table(Category category) {
    return switch (category) {
      case REPLAY_DIFFERENCES -> "rule_replay_difference";
      case ROSTER_ERRORS -> "roster_error";
      default -> timed(category);
    };
  }

  /** The table that has the times of a category's rows. */
  private static String timed(Category category) {
    return younger(category).split(" ", 2)[0];
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
