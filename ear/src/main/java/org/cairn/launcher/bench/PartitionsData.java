package org.cairn.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A district of its own whose learners' events the feed has yet to read, and months of long ago
 * that all districts have archived; all is gone when it is closed.
 *
 * @param learners the first has the events
 */
record PartitionsData(Target target, List<String> learners) implements AutoCloseable {

  static final String TENANT = "bench-partitions";

  /** Events that the feed takes in at once. */
  static final int EVENTS = 20;

  /** What the positions of these begin with, and nothing else that the feed's statements have. */
  static final String POSITIONS = "77000000000";

  /** The months whose partitions come and go. */
  static final int MONTHS = 40;

  private static final String FIRST_MONTH = "2000-01-01";

  /** Asks for these months, with p for their partitions. */
  static final String MONTHS_WHERE =
      """
      select m::date::text from generate_series(0, %d) n
      cross join lateral (select date '%s' + make_interval(months => n) as m) each
      left join analytics_partitions() p on p.month = m::date where
      """
          .formatted(MONTHS - 1, FIRST_MONTH);

  private static final List<String> TABLES =
      List.of(
          "analytics_event",
          "analytics_month",
          "analytics_cursor",
          "analytics_feed",
          "analytics_closing",
          "learning_event",
          "learner_log",
          "job_step",
          "job_run",
          "roster_user");

  static PartitionsData of(Target target, int learners) throws SQLException {
    PartitionsData data = new PartitionsData(target, new ArrayList<>());
    data.clear();
    data.execute(
        "insert into tenant (id, name, registered_at) values ('%s', 'Bench', now())"
            .formatted(TENANT),
        """
        insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
          family_name, grade)
        select '%s', gen_random_uuid(), i::text, 'active', true, 'A', 'Learner', '04'
        from generate_series(1, %d) i
        """
            .formatted(TENANT, learners),
        """
        insert into analytics_closing (tenant_id, month, closed_at, archived_at)
        select t.id, m, now(), now() from tenant t
        cross join generate_series(0, %d) n
        cross join lateral (select date '%s' + make_interval(months => n) as m) each
        where t.id <> 'shared'
        """
            .formatted(MONTHS - 1, FIRST_MONTH));
    data.learners.addAll(data.everybody());
    return data;
  }

  private List<String> everybody() throws SQLException {
    List<String> everybody = new ArrayList<>();
    try (Connection superuser = target.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id::text from cairn.roster_user where tenant_id = '%s' order by id"
                    .formatted(TENANT))) {
      while (rows.next()) {
        everybody.add(rows.getString(1));
      }
    }
    return everybody;
  }

  /** Appends journeys that begin to the first learner's log. */
  void happen() throws SQLException {
    execute(
        """
        insert into learner_log (tenant_id, learner_id, last_position)
        values ('%s', '%s', %s%03d)
        """
            .formatted(TENANT, learners.get(0), POSITIONS, EVENTS),
        """
        insert into learning_event (tenant_id, learner_id, position, event_id, name, payload,
          occurred_at, effective_at, recorded_at, trust)
        select '%s', '%s', %s000 + n, 'journey/j' || n || '/started', 'journey.started',
          jsonb_build_object('journeyId', 'j' || n, 'gradeLevel', '04', 'career', 'chef',
            'companion', 'spark'),
          now(), now(), now(), 'CLIENT'
        from generate_series(1, %d) n
        """
            .formatted(TENANT, learners.get(0), POSITIONS, EVENTS));
  }

  /** Forgets what was written. */
  void empty() throws SQLException {
    execute("delete from analytics_event where tenant_id = '%s'".formatted(TENANT));
  }

  private void clear() throws SQLException {
    List<String> commands = new ArrayList<>();
    LocalDate first = LocalDate.parse(FIRST_MONTH);
    for (int i = 0; i < MONTHS; i++) {
      String month = first.plusMonths(i).toString().substring(0, 7).replace('-', '_');
      commands.add("drop table if exists analytics_event_" + month);
    }
    LocalDate end = first.plusMonths(MONTHS);
    commands.add("delete from analytics_detached where month < '%s'".formatted(end));
    commands.add("delete from analytics_closing where month < '%s'".formatted(end));
    for (String table : TABLES) {
      commands.add("delete from %s where tenant_id = '%s'".formatted(table, TENANT));
    }
    commands.add("delete from tenant where id = '%s'".formatted(TENANT));
    execute(commands.toArray(String[]::new));
  }

  private void execute(String... commands) throws SQLException {
    try (Connection superuser = target.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute("set session_replication_role = replica");
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    clear();
  }
}
