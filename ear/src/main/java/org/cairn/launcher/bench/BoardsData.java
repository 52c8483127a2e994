package org.cairn.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A district of its own with learners on a board, who are gone when it is closed.
 *
 * @param learners some of them, to ask for, with their XP
 */
record BoardsData(Target target, List<Learner> learners) implements AutoCloseable {

  static final String TENANT = "bench-boards";
  private static final int ASKED = 1_000;

  /** A learner and its XP. */
  record Learner(String id, long xp) {}

  static BoardsData make(Target target, int size) throws SQLException {
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path = cairn");
      clear(statement);
      statement.execute(
          "insert into tenant (id, name, registered_at) values ('%s', 'Bench', now())"
              .formatted(TENANT));
      statement.execute(
          """
          insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
            family_name, grade)
          select '%s', gen_random_uuid(), i::text, 'active', true, 'A', 'Learner',
            lpad((3 + i %% 10)::text, 2, '0')
          from generate_series(1, %d) i
          """
              .formatted(TENANT, size));
      statement.execute(
          """
          insert into leaderboard_entry (tenant_id, learner_id, listed, grade, career, xp)
          select tenant_id, id, true, grade, 'astronaut', 1 + floor(100000 * random() ^ 3)
          from roster_user where tenant_id = '%s'
          """
              .formatted(TENANT));
      statement.execute("vacuum analyze leaderboard_entry");
      return new BoardsData(target, some(statement));
    }
  }

  private static List<Learner> some(Statement statement) throws SQLException {
    List<Learner> learners = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select learner_id, xp from leaderboard_entry where tenant_id = '%s' order by random() limit %d"
                .formatted(TENANT, ASKED))) {
      while (rows.next()) {
        learners.add(new Learner(rows.getString(1), rows.getLong(2)));
      }
    }
    return learners;
  }

  /** Gives Redis the same scores. */
  void copyTo(RedisServer redis) throws SQLException, IOException {
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement();
        RespClient client = redis.connect()) {
      client.call("DEL", TENANT);
      admin.setAutoCommit(false);
      statement.setFetchSize(10_000);
      try (ResultSet rows =
          statement.executeQuery(
              "select learner_id, xp from cairn.leaderboard_entry where tenant_id = '%s'"
                  .formatted(TENANT))) {
        while (rows.next()) {
          client.call("ZADD", TENANT, rows.getString(2), rows.getString(1));
        }
      }
    }
  }

  /** Without looking whether anything points to them: nothing does. */
  private static void clear(Statement statement) throws SQLException {
    statement.execute("set session_replication_role = replica");
    for (String table : List.of("leaderboard_entry", "roster_user")) {
      statement.execute("delete from %s where tenant_id = '%s'".formatted(table, TENANT));
    }
    statement.execute("delete from tenant where id = '%s'".formatted(TENANT));
  }

  @Override
  public void close() throws SQLException {
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path = cairn");
      clear(statement);
      statement.execute("vacuum leaderboard_entry");
    }
  }
}
