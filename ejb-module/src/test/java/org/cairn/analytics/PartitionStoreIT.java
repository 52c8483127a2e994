package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.analytics.AnalyticsPartitions.Outcome;
import org.cairn.analytics.PartitionStore.Partition;
import org.cairn.caller.SqlText;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has months of its own. */
class PartitionStoreIT {

  private static final SqlText PLACES =
      SqlText.of("select tableoid::regclass::text from analytics_event where tenant_id = :tenant");

  private static final SqlText NOTES =
      SqlText.of(
          """
          select count(*) from analytics_detached
          where tenant_id = :tenant and month between '2000-01-01' and '2000-12-01'
          """);
  private static final SqlText STARTED =
      SqlText.of("select coalesce(sum(started), 0) from analytics_fact where tenant_id = :tenant");
  private static final Instant NOW = TestFigures.NOW;

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
  void aMonthThatWasArchivedLateStaysAMonthAfterItWasDetached() throws SQLException {
    make("2000-01");
    archived("2000-01-01");
    assertEquals(Outcome.CHANGED, detachAt("2002-09-17T04:20:00Z"));
    assertEquals(Outcome.NOTHING, dropAt("2002-09-17T04:20:00Z"));
    assertEquals(Outcome.NOTHING, dropAt("2002-10-17T04:19:59Z"));
    assertEquals(Optional.of(false), attached("2000-01"));
    assertEquals(Outcome.CHANGED, dropAt("2002-10-17T04:20:00Z"));
    assertEquals(Optional.empty(), attached("2000-01"));
    assertEquals(0, notes());
  }

  @Test
  void aMonthThatSomebodyElseDetachedStaysAMonthAfterThatWasSeen() throws SQLException {
    make("2000-02");
    archived("2000-02-01");
    superuser("alter table cairn.analytics_event detach partition cairn.analytics_event_2000_02");
    assertEquals(Outcome.NOTHING, dropAt("2010-01-01T00:00:00Z"));
    assertEquals(Outcome.CHANGED, detachAt("2002-03-17T00:00:00Z"));
    assertEquals(Outcome.NOTHING, detachAt("2002-03-17T00:00:00Z"));
    assertEquals(Outcome.NOTHING, dropAt("2002-04-16T23:59:59Z"));
    assertEquals(Outcome.CHANGED, dropAt("2002-04-17T00:00:00Z"));
  }

  @Test
  void anOpenMonthIsNotDetachedThoughAllHaveArchivedIt() throws SQLException {
    make("2000-03");
    archived("2000-03-01");
    assertEquals(Outcome.NOTHING, detachAt("2000-05-31T23:59:59Z"));
    assertEquals(Outcome.CHANGED, detachAt("2000-06-01T00:00:00Z"));
    assertEquals(Outcome.CHANGED, dropAt("2000-07-01T00:00:00Z"));
  }

  @Test
  void aDistrictThatHasNotArchivedTheMonthKeepsItForAll() throws SQLException {
    make("2000-04");
    archived("2000-04-01");
    TestDatabase.newTenant();
    assertEquals(Outcome.NOTHING, detachAt("2002-01-01T00:00:00Z"));
    archived("2000-04-01");
    assertEquals(Outcome.CHANGED, detachAt("2002-01-01T00:00:00Z"));
    TestDatabase.newTenant();
    assertEquals(Outcome.NOTHING, dropAt("2002-03-01T00:00:00Z"));
    archived("2000-04-01");
    assertEquals(Outcome.CHANGED, dropAt("2002-03-01T00:00:00Z"));
  }

  @Test
  void whoMeetsALockLeavesAllAsItWasAndGetsItAnotherTime() throws SQLException {
    make("2000-05");
    archived("2000-05-01");
    try (Connection reader = TestDatabase.superuser();
        Statement reading = reader.createStatement()) {
      reader.setAutoCommit(false);
      reading.execute("select count(*) from cairn.analytics_event");
      assertEquals(Outcome.GAVE_WAY, detachAt("2002-01-01T00:00:00Z"));
      assertEquals(0, notes());
      reader.commit();
      assertEquals(Outcome.CHANGED, detachAt("2002-01-02T00:00:00Z"));
      reading.execute("select count(*) from cairn.analytics_event_2000_05");
      assertEquals(Outcome.GAVE_WAY, dropAt("2002-02-02T00:00:00Z"));
      assertEquals(1, notes());
      reader.commit();
    }
    assertEquals(Outcome.CHANGED, dropAt("2002-02-02T00:00:00Z"));
    assertEquals(0, notes());
  }

  @Test
  void aMonthThatIsMadeAgainIsDetachedAndDroppedAgain() throws SQLException {
    for (String year : List.of("2002", "2003")) {
      make("2000-06");
      archived("2000-06-01");
      assertEquals(Outcome.CHANGED, detachAt(year + "-01-02T00:00:00Z"));
      assertEquals(Outcome.NOTHING, dropAt(year + "-02-01T00:00:00Z"));
      assertEquals(Outcome.CHANGED, dropAt(year + "-02-02T00:00:00Z"));
    }
  }

  @Test
  void aLateEventCountsBeforeAndAfterItsPartitionIsDetachedAndDropped(@TempDir Path folder)
      throws SQLException {
    make("2000-07");
    TestFigures figures = new TestFigures(folder, new MonthRules(2, 84));
    late(figures, 1);
    while (figures.closing(PartitionStoreIT::someTask)) {}
    archived("2000-07-01");
    late(figures, 2);
    assertEquals(Outcome.CHANGED, detachAt("2002-01-02T00:00:00Z"));
    late(figures, 3);
    assertEquals(Outcome.CHANGED, dropAt("2002-02-02T00:00:00Z"));
    late(figures, 4);
  }

  @Test
  void theApplicationNotesNothingByItself() {
    for (String statement :
        List.of(
            "insert into analytics_detached values ('shared', '2000-01-01', now())",
            "update analytics_detached set detached_at = '-infinity'",
            "delete from analytics_detached")) {
      assertThrows(SQLException.class, () -> run(statement), statement);
    }
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
    superuser(
        """
        insert into analytics_closing (tenant_id, month, closed_at, archived_at)
        select id, '%s', now(), now() from tenant where id <> 'shared' on conflict do nothing
        """
            .formatted(month));
  }

  private static void superuser(String statement) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        Statement running = superuser.createStatement()) {
      running.execute(statement);
    }
  }

  private static List<String> places(String tenant) {
    return TestDatabase.inTenant(tenant, sql -> sql.with(PLACES).list(row -> row.getString(1)));
  }

  /** One turn of the job's first step. */
  private static Outcome makeAt(String time) {
    return partitions(time, AnalyticsPartitions::make);
  }

  /** An event of July 2000, after which there are so many. */
  private static void late(TestFigures figures, int number) {
    figures.journey(figures.learner(), "chef", "spark", Instant.parse("2000-07-20T08:00:00Z"));
    figures.feed();
    assertEquals(number, figures.number(STARTED));
  }

  private static boolean someTask(AnalyticsClosing closing) {
    Optional<ClosingTask> task = closing.next();
    task.ifPresent(closing::take);
    return task.isPresent();
  }

  /** One turn of the job's second step. */
  private static Outcome detachAt(String time) {
    return partitions(time, AnalyticsPartitions::detach);
  }

  /** One turn of its third. */
  private static Outcome dropAt(String time) {
    return partitions(time, AnalyticsPartitions::drop);
  }

  private static Outcome partitions(String time, Function<AnalyticsPartitions, Outcome> turn) {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    Months months = new Months(new MonthRules(2, 84), 2, 4);
    return TestFigures.inShared(
        sql -> turn.apply(Wired.of(AnalyticsPartitions.class, sql, clock, months)));
  }

  /** How many months of the year 2000 are noted as detached. */
  private static long notes() {
    return TestFigures.inShared(sql -> sql.with(NOTES).first(row -> row.getLong(1)).orElseThrow());
  }

  private static boolean make(String month) {
    return TestFigures.inShared(sql -> new PartitionStore(sql).make(TestFigures.month(month)));
  }

  private static boolean detach(String month) {
    return TestFigures.inShared(
        sql -> new PartitionStore(sql).detach(TestFigures.month(month), NOW));
  }

  private static boolean drop(String month) {
    return TestFigures.inShared(sql -> new PartitionStore(sql).drop(TestFigures.month(month), NOW));
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
