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

  /** A dead server's jobs are taken over sooner than usual. */
  static final String SETTINGS = "-Dcairn.jobs.lease=12";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String LAKESIDE = "lakeside";

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
  }

  Outcome strike(KilledJob job) throws Exception {
    String whole = district(job);
    String undisturbed = begin(job, whole);
    awaitEnd(job, whole, undisturbed);
    String expected = result(job, whole, undisturbed);

    String killed = district(job);
    String run = begin(job, killed);
    awaitMiddle(job, killed, run);
    cairn.killServer();
    Figures hit = figures(job, killed, run);
    assertTrue(hit.isInTheMiddle(), () -> job.name() + " was not in its middle: " + hit);
    assertEquals(
        0, number("select count(*) from job_run where ended_at is not null and " + is(run)));
    long begin = System.nanoTime();
    cairn.startServer();
    awaitEnd(job, killed, run);
    Duration back = OwnCairn.since(begin);
    assertEquals(expected, result(job, killed, run), job.name());
    if (job.start() != Start.ALWAYS) {
      assertEquals(2, number("select attempt from job_run where " + is(run)), job.name());
    }
    return new Outcome(hit.done(), hit.total(), expected, killed, back);
  }

  private static String is(String run) {
    return "id = '" + run + "'";
  }

  private String district(KilledJob job) throws Exception {
    String tenant = job.start().isOfLakeside() ? LAKESIDE : registered(job);
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      for (String text : job.seed()) {
        statement.execute(filled(job, tenant, "", text));
      }
      statement.execute("analyze");
    }
    return tenant;
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
      case ASKED -> {
        // Its hour may have struck just now: then the schedule's run is the one.
        String address = "/api/v1/admin/jobs/" + job.name() + "/executions?tenant=" + tenant;
        Client.Answer started = cairn.api().as(Person.OLGA_OPERATOR).post(address, Map.of());
        assertTrue(Set.of(202, 409).contains(started.status()), started::toString);
        return texts("select id from " + runs + " order by id").get(0);
      }
      case DUE -> {
        String plan = "tenant_id = '" + tenant + "' and job = '" + job.name() + "'";
        awaitNumber("select count(*) from job_plan where " + plan);
        update(
            "update job_plan set planned_until = planned_until - interval '2 days' where " + plan);
        return awaitText(runs);
      }
      case ALWAYS -> {
        return awaitText(
            "job_run where job = '"
                + job.name()
                + "' and ended_at is null and started_at > now() - interval '5 s'");
      }
      case IMPORTED -> lakeside.importRoster(job.size());
      case TRIED -> lakeside.tryRules();
      case APPLIED -> lakeside.applyRules();
    }
    return texts("select id from " + runs + " order by id desc").get(0);
  }

  private void awaitMiddle(KilledJob job, String tenant, String run) throws Exception {
    long begin = System.nanoTime();
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path to cairn");
      while (!figures(statement, job, tenant, run).isInTheMiddle()) {
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
