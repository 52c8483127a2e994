package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cairn.launcher.bench.PartitionsResult.Measured;

/** Calls the functions that the job calls, each in a transaction of its own. */
final class PartitionsTurns implements AutoCloseable {

  private final Connection app;

  PartitionsTurns(Target target) throws SQLException {
    app = PartitionsLoad.app(target, "shared");
  }

  /** What happens to partitions, and to which of them it may. */
  enum Kind {
    NOTHING("false", ""),
    MADE("p.month is null", "select make_analytics_partition('%s')"),
    DETACHED("p.attached", "select detach_analytics_partition('%s', now())"),
    DROPPED("not p.attached", "select drop_analytics_partition('%s', now())");

    private final String due;
    private final String call;

    Kind(String due, String call) {
      this.due = due;
      this.call = call;
    }
  }

  /** Each month in turn, evenly over the time; one that is given way on comes again at the end. */
  Measured take(Kind kind, int seconds, long end) throws SQLException, InterruptedException {
    long pause = seconds * 1_000L / (PartitionsData.MONTHS * 2);
    int changed = 0;
    int gaveWay = 0;
    try (Statement statement = app.createStatement()) {
      Deque<String> due = due(statement, kind);
      while (!due.isEmpty() && System.nanoTime() < end) {
        String month = due.remove();
        if (turn(statement, kind.call.formatted(month))) {
          changed++;
        } else {
          gaveWay++;
          due.add(month);
        }
        Thread.sleep(pause);
      }
    }
    return new Measured(List.of(), 0, changed, gaveWay);
  }

  private Deque<String> due(Statement statement, Kind kind) throws SQLException {
    Deque<String> due = new ArrayDeque<>();
    try (ResultSet rows = statement.executeQuery(PartitionsData.MONTHS_WHERE + kind.due)) {
      while (rows.next()) {
        due.add(rows.getString(1));
      }
    }
    app.commit();
    return due;
  }

  private boolean turn(Statement statement, String call) throws SQLException {
    try (ResultSet row = statement.executeQuery(call)) {
      row.next();
      return row.getBoolean(1);
    } finally {
      app.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    app.close();
  }
}
