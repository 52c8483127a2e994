package org.cairn.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Looks into the database past the API, as the application's role and inside Grand Bend. */
final class TestSql {

  private TestSql() {}

  static long count(String tableAndCondition, List<String> learners) throws SQLException {
    return number(
        "select count(*) from " + tableAndCondition + " and learner_id = any(?::uuid[])", learners);
  }

  static long sum(String column, String table, List<String> learners) throws SQLException {
    return number(
        "select coalesce(sum("
            + column
            + "), 0) from "
            + table
            + " where learner_id = any(?::uuid[])",
        learners);
  }

  /** One number, with no tenant set or with the one that is given. */
  static long numberAs(String tenant, String query) throws SQLException {
    try (Connection app = RunningCairn.get().database().connectAsApp();
        Statement statement = app.createStatement()) {
      app.setAutoCommit(false);
      if (tenant != null) {
        statement.execute("select set_config('cairn.tenant', '" + tenant + "', true)");
      }
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static long number(String query, List<String> learners) throws SQLException {
    try (Connection app = RunningCairn.get().database().connectAsApp();
        Statement setting = app.createStatement()) {
      app.setAutoCommit(false);
      setting.execute("select set_config('cairn.tenant', 'grand-bend', true)");
      try (PreparedStatement statement = app.prepareStatement(query)) {
        statement.setArray(1, app.createArrayOf("text", learners.toArray()));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    }
  }
}
