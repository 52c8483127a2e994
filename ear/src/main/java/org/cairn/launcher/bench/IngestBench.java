package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Event ingest over HTTP with everything on, against pgbench with the statements that the same
 * request sends; goals in the specification of performance.
 */
final class IngestBench {

  private static final int[] EVENTS_PER_REQUEST = {1, 10, 50};
  private static final int CONNECTIONS = 8;
  private static final int LEARNERS = 64;

  /** After 45 seconds the compiler still has most of the request before it. */
  private static final int WARM_UP_SECONDS = 150;

  private final Target target;
  private final Bench.Options options;

  IngestBench(Target target, Bench.Options options) {
    this.target = target;
    this.options = options;
  }

  void run() throws Exception {
    List<String> learners = target.learners(LEARNERS);
    System.out.printf(
        "%d connections, %d learners, %d interleaved rounds of %d s a side; medians%n%n",
        CONNECTIONS, learners.size(), options.rounds(), options.seconds());
    System.out.println(IngestResult.HEADER);
    int[] sizes = options.events() == 0 ? EVENTS_PER_REQUEST : new int[] {options.events()};
    for (int events : sizes) {
      System.out.println(measure(new EventBatch(events, learners)));
    }
    System.out.println(
        "\nGoals: ratio at least 0.50 at 1, 0.60 at 10, 0.70 at 50 events a request;"
            + " JVM at most 450 us a request of 10.");
  }

  private IngestResult measure(EventBatch batch) throws Exception {
    HttpLoad load = new HttpLoad(target.baseUrl(), target.systemToken(), CONNECTIONS, batch);
    load.run(WARM_UP_SECONDS);
    String marker = "rec" + System.nanoTime();
    String learner = batch.learners().get(0);
    List<RecordedStatement> recorded =
        new StatementRecorder(target)
            .record(
                marker,
                () -> {
                  // The first has the server look at its definitions again, which most need not.
                  load.sendOnce("first" + System.nanoTime(), learner);
                  load.sendOnce(marker, learner);
                });
    Pgbench pgbench = Pgbench.of(target, CONNECTIONS, recorded, marker, batch.learners());
    pgbench.run(2);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < options.rounds(); i++) {
      rounds.add(round(pgbench, load));
    }
    long roundTrips = recorded.stream().filter(statement -> !statement.is("BEGIN")).count();
    return new IngestResult(batch.events(), roundTrips, rounds);
  }

  private Round round(Pgbench pgbench, HttpLoad load) throws Exception {
    long databaseBefore = CpuTime.ofFamily(target.postmaster());
    double bare = pgbench.run(options.seconds());
    long databaseBetween = CpuTime.ofFamily(target.postmaster());
    long server = CpuTime.of(target.server());
    long wal = walBytes();
    double http = load.run(options.seconds());
    double requests = http * options.seconds();
    return new Round(
        bare,
        http,
        (databaseBetween - databaseBefore) / (bare * options.seconds()),
        (CpuTime.ofFamily(target.postmaster()) - databaseBetween) / requests,
        (CpuTime.of(target.server()) - server) / requests,
        (walBytes() - wal) / requests);
  }

  private long walBytes() throws SQLException {
    try (Connection connection = target.superuser();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * One measurement of both sides.
   *
   * @param bare transactions a second of pgbench
   * @param http requests a second over HTTP
   * @param bareDatabaseMicros processor time of PostgreSQL a transaction of pgbench
   * @param databaseMicros processor time of PostgreSQL a request over HTTP
   * @param serverMicros processor time of the JVM a request
   * @param walBytes written ahead a request
   */
  record Round(
      double bare,
      double http,
      double bareDatabaseMicros,
      double databaseMicros,
      double serverMicros,
      double walBytes) {}
}
