package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.analytics.AnalyticsPartitions.Outcome;
import org.cairn.analytics.PartitionStore.Partition;
import org.cairn.caller.SqlText;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

/** Each test has months of its own. */
class PartitionStoreIT {

  private static final SqlText PLACES =
      SqlText.of("select tableoid::regclass::text from analytics_event where tenant_id = :tenant");

  @Test
  void whatIsMissingIsMadeAheadAndOnce() {
    String then = "2031-05-17T00:00:00Z";
    for (int i = 0; i < 1 + 2 + 3; i++) {
      assertEquals(Outcome.CHANGED, makeAt(then));
    }
    assertEquals(Outcome.NOTHING, makeAt(then));
    for (String month : List.of("2031-03", "2031-05", "2031-08")) {
      assertEquals(Optional.of(true), attached(month), month);
    }
    assertEquals(Optional.empty(), attached("2031-09"));
  }

  @Test
  void aPartitionIsMadeBesideAWriter() throws SQLException {
    try (Connection writer = TestDatabase.rawConnection();
        Statement writing = writer.createStatement()) {
      String tenant = TestDatabase.newTenant();
      write(writing, tenant, "2026-03-01");
      assertTrue(make("2018-01"));
      writer.commit();
      assertEquals(List.of("analytics_event_2026_03"), places(tenant));
    }
  }

  @Test
  void theMaintenanceGivesWayToAWriterAndTheWriterGoesOn() throws SQLException {
    make("2018-02");
    archived("2018-02-01");
    try (Connection writer = TestDatabase.rawConnection();
        Statement writing = writer.createStatement()) {
      String tenant = TestDatabase.newTenant();
      archived("2018-02-01");
      write(writing, tenant, "2026-03-01");
      assertFalse(detach("2018-02"));
      assertEquals(Optional.of(true), attached("2018-02"));
      write(writing, tenant, "2026-02-01");
      writer.commit();
      assertEquals(2, places(tenant).size());
    }
    assertTrue(detach("2018-02"));
    assertEquals(Optional.of(false), attached("2018-02"));
  }

  @Test
  void aPartitionStaysUntilEveryDistrictHasArchivedIt() throws SQLException {
    make("2018-03");
    assertFalse(detach("2018-03"));
    archived("2018-03-01");
    TestDatabase.newTenant();
    assertFalse(detach("2018-03"));
    archived("2018-03-01");
    assertTrue(detach("2018-03"));
    assertFalse(detach("2018-03"));
    assertTrue(drop("2018-03"));
    assertEquals(Optional.empty(), attached("2018-03"));
    assertFalse(drop("2018-03"));
  }

  @Test
  void anAttachedPartitionIsNotDropped() throws SQLException {
    make("2018-04");
    archived("2018-04-01");
    assertFalse(drop("2018-04"));
    assertEquals(Optional.of(true), attached("2018-04"));
  }

  @Test
  void theApplicationReachesPartitionsThroughTheWholeOnly() throws SQLException {
    for (String statement :
        List.of(
            "select count(*) from analytics_event_2026_03",
            "create table mine (id integer)",
            "alter table analytics_event detach partition analytics_event_2026_03",
            "drop table analytics_event_2026_03",
            "truncate analytics_event")) {
      assertThrows(SQLException.class, () -> run(statement), statement);
    }
  }

  @Test
  void districtsAndNoMonthsAreRefused() {
    String tenant = TestDatabase.newTenant();
    assertThrows(
        RuntimeException.class,
        () ->
            TestDatabase.inTenant(
                tenant, sql -> new PartitionStore(sql).make(TestFigures.month("2018-05"))));
    assertThrows(
        RuntimeException.class,
        () ->
            TestFigures.inShared(
                sql -> new PartitionStore(sql).make(LocalDate.parse("2018-05-02"))));
    assertEquals(Optional.empty(), attached("2018-05"));
  }

  private static void run(String statement) throws SQLException {
    try (Connection app = TestDatabase.rawConnection();
        Statement running = app.createStatement()) {
      running.execute("select set_config('cairn.tenant', 'shared', true)");
      running.execute(statement);
    }
  }

  private static void write(Statement writing, String tenant, String month) throws SQLException {
    writing.execute("select set_config('cairn.tenant', '" + tenant + "', true)");
    writing.execute(
        """
        insert into analytics_event values ('%s', '%s', gen_random_uuid(), 1, now(), '%2$s', null,
          '', '', '', '', '', '', 1, 0, 0, null, 0, 0, 0, 0, 0, 0, 0, 0)
        """
            .formatted(tenant, month));
  }

  /** Says of all districts that there are that they have archived the month. */
  private static void archived(String month) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        Statement writing = superuser.createStatement()) {
      writing.execute(
          """
          insert into analytics_closing (tenant_id, month, closed_at, archived_at)
          select id, '%s', now(), now() from tenant where id <> 'shared' on conflict do nothing
          """
              .formatted(month));
    }
  }

  private static List<String> places(String tenant) {
    return TestDatabase.inTenant(tenant, sql -> sql.with(PLACES).list(row -> row.getString(1)));
  }

  /** One turn of the job's first step. */
  private static Outcome makeAt(String time) {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    Months months = new Months(new MonthRules(2, 84), 2, 4);
    return TestFigures.inShared(
        sql -> Wired.of(AnalyticsPartitions.class, sql, clock, months).make());
  }

  private static boolean make(String month) {
    return TestFigures.inShared(sql -> new PartitionStore(sql).make(TestFigures.month(month)));
  }

  private static boolean detach(String month) {
    return TestFigures.inShared(sql -> new PartitionStore(sql).detach(TestFigures.month(month)));
  }

  private static boolean drop(String month) {
    return TestFigures.inShared(sql -> new PartitionStore(sql).drop(TestFigures.month(month)));
  }

  /** Whether a month's partition is attached; nothing where there is none. */
  private static Optional<Boolean> attached(String month) {
    return TestFigures.inShared(
        sql ->
            new PartitionStore(sql)
                .all().stream()
                    .filter(partition -> partition.month().equals(TestFigures.month(month)))
                    .map(Partition::attached)
                    .findFirst());
  }
}
