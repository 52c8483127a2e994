package org.cairn.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the database really holds, past every net: the schema tells which tables there are. */
final class Rows {

  /**
   * Tables that refusals, the clock and jobs write to by themselves, and the one in which the coach
   * keeps what it has told whoever asks for itself; by the beginning of their names.
   */
  private static final List<String> WRITTEN_ANYWAY =
      List.of("audit_", "job_", "onboarding_tip", "rule_replay", "profile_", "analytics_");

  private static final Map<String, List<String>> TABLES = new HashMap<>();
  private static Connection superuser;

  private Rows() {}

  static List<String> texts(String query) {
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failure) {
      throw new IllegalStateException(query, failure);
    }
  }

  static void execute(List<String> commands) {
    try (Statement statement = connection().createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Every table with tenants' rows. */
  static List<String> tables(String condition) {
    return TABLES.computeIfAbsent(condition, Rows::findTables);
  }

  private static List<String> findTables(String condition) {
    return texts(
        """
        select table_name from information_schema.tables t
        where table_schema = 'cairn' and table_type = 'BASE TABLE' and exists (
          select from information_schema.columns c where c.table_schema = t.table_schema
            and c.table_name = t.table_name and c.column_name = 'tenant_id')
        """
            + condition
            + " order by 1");
  }

  /** A number that changes with any row of the tenant, or of that learner only. */
  static String state(String tenant, String learner) {
    String rows =
        tables(learner == null ? "" : having("learner_id")).stream()
            .filter(table -> WRITTEN_ANYWAY.stream().noneMatch(table::startsWith))
            .map(
                table ->
                    "select '"
                        + table
                        + "', count(*), sum(hashtextextended(t::text, 0)) from "
                        + table
                        + " t where tenant_id = '"
                        + tenant
                        + (learner == null ? "'" : "' and learner_id = '" + learner + "'"))
            .collect(Collectors.joining(" union all "));
    return texts("select string_agg(s::text, ' ' order by s::text) from (" + rows + ") s").get(0);
  }

  /** What tells rows apart: ids, names, addresses, the events' ids. */
  static Set<String> values(List<String> tables, String where) {
    Set<String> values = new TreeSet<>();
    for (String table : tables) {
      List<String> columns =
          texts(
              """
              select column_name from information_schema.columns
              where table_schema = 'cairn' and table_name = '%s' and (data_type = 'uuid'
                or column_name in ('sourced_id', 'event_id', 'given_name', 'family_name', 'email',
                  'title', 'reason', 'sha256', 'item_id', 'created_by', 'changed_by', 'path')
                or (column_name = 'name' and table_name in ('org', 'tenant')))
              """
                  .formatted(table));
      for (String column : columns) {
        values.addAll(
            texts(
                "select distinct %s::text from %s where %s is not null and %s"
                    .formatted(column, table, column, where)));
      }
    }
    return values;
  }

  private static synchronized Connection connection() throws SQLException {
    if (superuser == null) {
      superuser = AttackedCairn.superuser();
    }
    return superuser;
  }

  /** The condition that a table has such a column. */
  static String having(String column) {
    return """
         and exists (select from information_schema.columns o where o.table_schema = 'cairn'
           and o.table_name = t.table_name and o.column_name = '%s')
        """
        .formatted(column);
  }
}
