package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.cairn.launcher.bench.BoardsData.Learner;

/** Asks both sides the same, on as many connections, each after its last answer. */
final class BoardsLoad {

  /** As boards read the first 50 of a district. */
  private static final String TOP =
      """
      select e.learner_id, e.xp as score, greatest(e.xp, 0) as xp, e.achievements, e.career,
        e.companion, case when e.streak_until > now() then e.streak else 0 end as streak
      from leaderboard_entry e where e.tenant_id = ? and e.listed and e.xp > 0
      order by e.xp desc, e.learner_id limit 50
      """;

  /** As boards count who is above. */
  private static final String ABOVE =
      """
      select count(*) from leaderboard_entry e
      where e.tenant_id = ? and e.listed and e.xp > 0 and e.xp >= ?
      """;

  private final Target target;
  private final RedisServer redis;
  private final BoardsData data;
  private final int connections;

  BoardsLoad(Target target, RedisServer redis, BoardsData data, int connections) {
    this.target = target;
    this.redis = redis;
    this.data = data;
    this.connections = connections;
  }

  /** One question and its answer. */
  @FunctionalInterface
  private interface Question {
    void ask() throws Exception;
  }

  double topOfRedis(int seconds) throws Exception {
    return run(() -> redisUntil(seconds, "ZREVRANGE"));
  }

  double rankOfRedis(int seconds) throws Exception {
    return run(() -> redisUntil(seconds, "ZREVRANK"));
  }

  double top(int seconds) throws Exception {
    return run(
        () -> {
          try (Connection app = app();
              PreparedStatement top = app.prepareStatement(TOP)) {
            top.setString(1, BoardsData.TENANT);
            return until(seconds, () -> drain(top));
          }
        });
  }

  double rank(int seconds) throws Exception {
    return run(
        () -> {
          try (Connection app = app();
              PreparedStatement above = app.prepareStatement(ABOVE)) {
            return until(seconds, () -> above(above, any()));
          }
        });
  }

  /** Redis knows no ties: a learner's rank there is that of the first with its score or later. */
  int wrongRanks() throws Exception {
    int wrong = 0;
    try (Connection app = app();
        PreparedStatement above = app.prepareStatement(ABOVE);
        RespClient client = redis.connect()) {
      for (Learner learner : data.learners()) {
        String higher = "(" + learner.xp();
        String counted = client.call("ZCOUNT", BoardsData.TENANT, higher, "+inf");
        wrong += above(above, learner) == Long.parseLong(counted) ? 0 : 1;
      }
    }
    return wrong;
  }

  private double redisUntil(int seconds, String command) throws Exception {
    try (RespClient client = redis.connect()) {
      return until(
          seconds,
          () -> {
            if (command.equals("ZREVRANGE")) {
              client.call(command, BoardsData.TENANT, "0", "49", "WITHSCORES");
            } else {
              client.call(command, BoardsData.TENANT, any().id());
            }
          });
    }
  }

  private Learner any() {
    List<Learner> learners = data.learners();
    return learners.get(ThreadLocalRandom.current().nextInt(learners.size()));
  }

  private static long above(PreparedStatement statement, Learner learner) throws SQLException {
    statement.setString(1, BoardsData.TENANT);
    statement.setLong(2, learner.xp() + 1);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void drain(PreparedStatement statement) throws SQLException {
    int rows = 0;
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows += found.getString("learner_id") == null ? 0 : 1;
      }
    }
    if (rows != 50) {
      throw new IllegalStateException("the top has " + rows);
    }
  }

  /** A connection of the application's role that has its tenant, so that its policies hold. */
  private Connection app() throws SQLException {
    Connection app =
        DriverManager.getConnection(
            "jdbc:postgresql://localhost:" + target.databasePort() + "/cairn?currentSchema=cairn",
            "cairn_app",
            "");
    try (Statement statement = app.createStatement()) {
      statement.execute(
          "select set_config('cairn.tenant', '%s', false), set_config('cairn.learner', '%s', false)"
              .formatted(BoardsData.TENANT, data.learners().get(0).id()));
    }
    return app;
  }

  private static double until(int seconds, Question question) throws Exception {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    long answers = 0;
    while (System.nanoTime() < end) {
      question.ask();
      answers++;
    }
    return answers * 1e9 / (System.nanoTime() - begin);
  }

  private double run(Callable<Double> asker) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Double>> askers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        askers.add(asker);
      }
      double answers = 0;
      for (Future<Double> asked : threads.invokeAll(askers)) {
        answers += asked.get();
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
