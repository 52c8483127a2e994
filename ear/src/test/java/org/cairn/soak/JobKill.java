package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.soak.KilledJob.Start;
import org.cairn.system.Client;
import org.cairn.system.Person;

/**
 * Has a job do the same work in two districts, in one undisturbed, in the other with its server
 * killed in its middle; what comes of it has to be the same.
 */
final class JobKill {

  /** A dead server's jobs are taken over sooner than usual; months and parts are many. */
  static final String SETTINGS =
      "-Dcairn.jobs.lease=12 -Dcairn.backups.part-rows=2000 -Dcairn.analytics.open-months=2";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String LAKESIDE = "lakeside";
  private static final String SHARED = "shared";

  private final OwnCairn cairn;
  private final LakesideAdmin lakeside;
  private int districts;

  JobKill(OwnCairn cairn) {
    this.cairn = cairn;
    this.lakeside = new LakesideAdmin(cairn.api());
  }

  /**
   * What a kill hit.
   *
   * @param done how much the job had done at the kill, of how much
   * @param result what came of it, in both districts
   * @param district the one whose server was killed
   */
  record Outcome(long done, long total, String result, String district, Duration back) {}

  private record Figures(long done, long total) {

    boolean isInTheMiddle() {
      return done > 0 && done < total;
    }

    /** Whether so great a part is done, and not all. */
    boolean isBehind(double part) {
      return isInTheMiddle() && done >= part * total;
    }
  }

  /** Kills the job as soon as it has begun to do something. */
  Outcome strike(KilledJob job) throws Exception {
    return strike(job, 0);
  }

  /**
   * Kills the job in its middle.
   *
   * @param part how much of it is to be done by then, from 0 to less than 1
   */
  Outcome strike(KilledJob job, double part) throws Exception {
    String whole = district(job);
    String undisturbed = begin(job, whole);
    awaitEnd(job, whole, undisturbed);
    String expected = result(job, whole, undisturbed);

    String killed = district(job);
    String run = begin(job, killed);
    awaitMiddle(job, killed, run, part);
    cairn.killServer();
    Figures hit = figures(job, killed, run);
    assertTrue(hit.isInTheMiddle(), () -> job.name() + " was not in its middle: " + hit);
    String struck = job.start() == Start.ALWAYS ? openRun(job, killed) : run;
    assertEquals(
        0, number("select count(*) from job_run where ended_at is not null and " + is(struck)));
    long begin = System.nanoTime();
    cairn.startServer();
    awaitEnd(job, killed, struck);
    Duration back = OwnCairn.since(begin);
    assertEquals(expected, result(job, killed, struck), job.name());
    if (job.start() != Start.ALWAYS) {
      assertEquals(2, number("select attempt from job_run where " + is(struck)), job.name());
    }
    return new Outcome(hit.done(), hit.total(), expected, killed, back);
  }

  /** The run that a dead server has left. */
  private String openRun(KilledJob job, String tenant) throws SQLException {
    return texts(
            "select id from job_run where job = '"
                + job.name()
                + "' and ended_at is null and tenant_id in ('"
                + tenant
                + "', 'shared')")
        .get(0);
  }

  private static String is(String run) {
    return "id = '" + run + "'";
  }

  private String district(KilledJob job) throws Exception {
    String tenant = tenant(job);
    execute(job, tenant, job.seed());
    if (job.start() == Start.CLEANED) {
      objects().lay(tenant, job.size());
    }
    return tenant;
  }

  private String tenant(KilledJob job) {
    if (job.start() == Start.INSTALLED) {
      return SHARED;
    }
    return job.start().isOfLakeside() ? LAKESIDE : registered(job);
  }

  /** All at once, so that no job finds a part of it. */
  private void execute(KilledJob job, String tenant, List<String> commands) throws SQLException {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      database.setAutoCommit(false);
      for (String text : commands) {
        statement.execute(filled(job, tenant, "", text));
      }
      database.commit();
      database.setAutoCommit(true);
      statement.execute("analyze");
    }
  }

  private OldObjects objects() {
    return new OldObjects(cairn.home().in("server").resolve("data/cairn-objects"));
  }

  private String registered(KilledJob job) {
    String tenant = "kill-" + job.name() + "-" + ++districts;
    Client.Answer registered =
        cairn
            .api()
            .as(Person.OLGA_OPERATOR)
            .put("/api/v1/admin/tenants/" + tenant, Map.of("name", "District " + districts));
    assertEquals(200, registered.status(), registered::toString);
    return tenant;
  }

  /** Answers the id of its run. */
  private String begin(KilledJob job, String tenant) throws Exception {
    String runs = "job_run where tenant_id = '" + tenant + "' and job = '" + job.name() + "'";
    switch (job.start()) {
      case ASKED, INSTALLED, CLEANED -> {
        return asked(job.name(), tenant, Map.of());
      }
      case RESTORED -> {
        String backup = asked("profile-backup", tenant, Map.of());
        awaitNumber("select count(*) from job_run where state = 'COMPLETED' and " + is(backup));
        execute(job, tenant, NightSeeds.LOSS);
        return asked(job.name(), tenant, Map.of("backup", backup));
      }
      case DUE -> {
        String plan = "tenant_id = '" + tenant + "' and job = '" + job.name() + "'";
        awaitNumber("select count(*) from job_plan where " + plan);
        update(
            "update job_plan set planned_until = planned_until - interval '2 days' where " + plan);
        return awaitText(runs);
      }
      case ALWAYS -> {
        return "";
      }
      case IMPORTED -> lakeside.importRoster(job.size());
      case TRIED -> lakeside.tryRules();
      case APPLIED -> lakeside.applyRules();
    }
    return texts("select id from " + runs + " order by id desc").get(0);
  }

  private String asked(String job, String tenant, Map<String, String> parameters)
      throws SQLException {
    // Its hour may have struck just now: then the schedule's run is the one.
    String address = "/api/v1/admin/jobs/" + job + "/executions?tenant=" + tenant;
    Client.Answer started =
        cairn.api().as(Person.OLGA_OPERATOR).post(address, Map.of("parameters", parameters));
    assertTrue(Set.of(202, 409).contains(started.status()), started::toString);
    return texts(
            "select id from job_run where tenant_id = '%s' and job = '%s' order by id desc"
                .formatted(tenant, job))
        .get(0);
  }

  private void awaitMiddle(KilledJob job, String tenant, String run, double part) throws Exception {
    long begin = System.nanoTime();
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      while (!figures(statement, job, tenant, run).isBehind(part)) {
        assertInTime(begin, job.name() + " does not come to its middle");
        Thread.sleep(1);
      }
    }
  }

  private void awaitEnd(KilledJob job, String tenant, String run) throws Exception {
    long begin = System.nanoTime();
    while (!hasEnded(job, tenant, run)) {
      assertInTime(begin, job.name() + " does not end");
      Thread.sleep(100);
    }
    if (job.start() != Start.ALWAYS) {
      assertEquals(
          List.of("COMPLETED"),
          texts("select state || coalesce(' ' || detail, '') from job_run where " + is(run)));
    }
  }

  /** One that always runs has ended with its work, in whatever run. */
  private boolean hasEnded(KilledJob job, String tenant, String run) throws Exception {
    if (job.start() == Start.ALWAYS) {
      Figures figures = figures(job, tenant, run);
      return figures.done() >= figures.total();
    }
    return number("select count(*) from job_run where ended_at is not null and " + is(run)) == 1;
  }

  /** What came of it, with what the frame has counted where that is part of it. */
  private String result(KilledJob job, String tenant, String run) throws Exception {
    List<String> found = new ArrayList<>(texts(filled(job, tenant, run, job.result())));
    if (job.progress().equals(KilledJob.OF_THE_RUN)) {
      found.addAll(
          texts(
              "select concat_ws(' ', name, state, read, written + skipped, filtered) from job_step"
                  + " where run_id = '"
                  + run
                  + "' order by number"));
    }
    objects().count(tenant).forEach((where, number) -> found.add(where + " " + number));
    return String.join("\n", found);
  }

  private Figures figures(KilledJob job, String tenant, String run) throws Exception {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      return figures(statement, job, tenant, run);
    }
  }

  private static Figures figures(Statement statement, KilledJob job, String tenant, String run)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(filled(job, tenant, run, job.progress()))) {
      return row.next() ? new Figures(row.getLong(1), row.getLong(2)) : new Figures(0, 0);
    }
  }

  private static String filled(KilledJob job, String tenant, String run, String text) {
    return text.replace("@tenant", tenant)
        .replace("@run", run)
        .replace("@n", String.valueOf(job.size()));
  }

  private String awaitText(String fromWhere) throws Exception {
    awaitNumber("select count(*) from " + fromWhere);
    return texts("select id from " + fromWhere + " order by id desc").get(0);
  }

  private void awaitNumber(String query) throws Exception {
    long begin = System.nanoTime();
    while (number(query) == 0) {
      assertInTime(begin, query);
      Thread.sleep(5);
    }
  }

  private static void assertInTime(long begin, String what) {
    if (OwnCairn.since(begin).compareTo(PATIENCE) > 0) {
      throw new AssertionError("waited too long: " + what);
    }
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(texts(query).get(0));
  }

  List<String> texts(String query) throws SQLException {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }

  private void update(String command) throws SQLException {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      statement.executeUpdate(command);
    }
  }
}
