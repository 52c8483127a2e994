package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cairn.launcher.bench.PartitionsResult.Measured;

/**
 * Writers that do what the feed did, and a reader of figures, beside what partitions go through.
 */
final class PartitionsLoad {

  private static final long WRITERS_PAUSE = 10;
  private static final long READERS_PAUSE = 200;

  /** A report's beginning: all partitions are locked, and the district's events read. */
  private static final String REPORT =
      """
      select career, count(distinct learner_id), sum(started) from analytics_fact
      where tenant_id = '%s' group by career
      """
          .formatted(PartitionsData.TENANT);

  private static final AtomicLong FRESH = new AtomicLong(78_000_000_000L);

  private final PartitionsData data;
  private final List<RecordedStatement> feed;

  /**
   * Repeats a chunk of the feed.
   *
   * @param feed the chunk's statements
   */
  PartitionsLoad(PartitionsData data, List<RecordedStatement> feed) {
    this.data = data;
    this.feed = feed;
  }

  /** Writes and reads for some seconds while the maintenance takes one turn after the other. */
  Measured run(int seconds, PartitionsTurns.Kind kind) throws Exception {
    data.empty();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (PartitionsTurns maintenance = new PartitionsTurns(data.target())) {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      List<Future<Measured>> writers = new ArrayList<>();
      for (String learner : data.learners()) {
        writers.add(threads.submit(() -> write(learner, end)));
      }
      Future<Integer> reader = threads.submit(() -> read(end));
      Measured all = maintenance.take(kind, seconds, end);
      for (Future<Measured> writer : writers) {
        all = all.and(writer.get());
      }
      reader.get();
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private Measured write(String learner, long end) throws Exception {
    LockWaits waits = new LockWaits();
    List<Long> nanos = new ArrayList<>();
    List<RecordedStatement> own =
        feed.stream().map(each -> each.with(data.learners().get(0), learner)).toList();
    try (Connection app = app(data.target(), PartitionsData.TENANT)) {
      List<PreparedStatement> prepared = new ArrayList<>();
      for (RecordedStatement statement : own) {
        prepared.add(app.prepareStatement(statement.sql().replaceAll("\\$\\d+", "?")));
      }
      while (System.nanoTime() < end) {
        String positions = Long.toString(FRESH.incrementAndGet());
        for (int i = 0; i < own.size(); i++) {
          long begin = System.nanoTime();
          execute(prepared.get(i), own.get(i).with(PartitionsData.POSITIONS, positions));
          if (PartitionsBench.isWrite(own.get(i))) {
            nanos.add(System.nanoTime() - begin);
          }
          waits.listen(prepared.get(i));
        }
        app.commit();
        Thread.sleep(WRITERS_PAUSE);
      }
    }
    return new Measured(nanos, waits.longest(), 0, 0);
  }

  private static void execute(PreparedStatement prepared, RecordedStatement statement)
      throws SQLException {
    int place = 1;
    for (String value : statement.parameters()) {
      if (value == null) {
        prepared.setNull(place++, Types.NULL);
      } else {
        prepared.setObject(place++, value, Types.OTHER);
      }
    }
    prepared.execute();
  }

  private int read(long end) throws Exception {
    int rows = 0;
    try (Connection app = app(data.target(), PartitionsData.TENANT);
        Statement statement = app.createStatement()) {
      while (System.nanoTime() < end) {
        try (ResultSet report = statement.executeQuery(REPORT)) {
          while (report.next()) {
            rows++;
          }
        }
        app.commit();
        Thread.sleep(READERS_PAUSE);
      }
    }
    return rows;
  }

  /** A connection with the application's role that hears of its waits for locks. */
  static Connection app(Target target, String tenant) throws SQLException {
    Connection app = target.superuser();
    LockWaits.tell(app);
    try (Statement statement = app.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute("select set_config('cairn.tenant', '%s', false)".formatted(tenant));
      statement.execute("set role cairn_app");
    }
    app.setAutoCommit(false);
    return app;
  }
}
