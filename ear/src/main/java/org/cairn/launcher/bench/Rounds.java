package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Measures both sides in turns. */
final class Rounds {

  private final Target target;
  private final int count;
  private final int seconds;

  Rounds(Target target, Bench.Options options) {
    this.target = target;
    this.count = options.rounds();
    this.seconds = options.seconds();
  }

  List<Round> measure(Pgbench pgbench, HttpLoad load) throws Exception {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rounds.add(round(pgbench, load));
    }
    return rounds;
  }

  private Round round(Pgbench pgbench, HttpLoad load) throws Exception {
    long databaseBefore = CpuTime.ofFamily(target.postmaster());
    double bare = pgbench.run(seconds);
    long databaseBetween = CpuTime.ofFamily(target.postmaster());
    long server = CpuTime.of(target.server());
    long wal = walBytes();
    double http = load.run(seconds);
    double requests = http * seconds;
    return new Round(
        bare,
        http,
        (databaseBetween - databaseBefore) / (bare * seconds),
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
