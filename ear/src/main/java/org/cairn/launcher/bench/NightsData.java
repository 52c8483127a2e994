package org.cairn.launcher.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cairn.launcher.Folders;

/**
 * A district of its own with profiles or journeys of long ago, which is gone when it is closed.
 *
 * @param tables what a night's job reads, with the condition that picks the district's rows
 * @param rows how many these are
 */
record NightsData(Target target, String tenant, List<String> tables, long rows)
    implements AutoCloseable {

  private static final List<String> PROFILES =
      List.of("game_profile", "xp_transaction", "xp_earning", "game_day");
  private static final List<String> JOURNEYS =
      List.of("journey", "container_session", "question_attempt");
  private static final List<String> ALL =
      List.of(
          "question_attempt",
          "container_session",
          "journey",
          "learning_journey",
          "xp_transaction",
          "xp_earning",
          "game_day",
          "game_calendar",
          "game_profile",
          "learner_log",
          "profile_backup_part",
          "profile_backup",
          "job_step",
          "job_run",
          "roster_user");

  private static final List<String> PROFILE_ROWS =
      List.of(
          """
        insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
        select tenant_id, id, 50, 50, 5 from roster_user where tenant_id = '%1$s'
        """,
          """
        insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
          category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
          recorded_at, kind, basis, grade, day, streak, owed)
        select tenant_id, gen_random_uuid(), id, n, 'question/2026/math-' || n, 0, 'EARNED',
          'LEARNING', 'CORRECT_ANSWER', 10, 10 * n, true, 'shared-1', gen_random_uuid()::text,
          now(), now(), 'ANSWER', 1, '04', current_date, 3, 10
        from roster_user cross join generate_series(1, 5) n where tenant_id = '%1$s'
        """,
          """
        insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis,
          grade, day, occurred_at, event_id, verified, rule_version, amount)
        select tenant_id, learner_id, source, kind, category, reason, basis, grade, day,
          occurred_at, event_id, verified, rule_version, amount
        from xp_transaction where tenant_id = '%1$s'
        """,
          """
        insert into game_calendar (tenant_id, id, zone, closed)
        values ('%1$s', 'calendar', 'America/Chicago', '{2026-01-19}')
        """,
          """
        insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
          occurred_at, length, freezes, best)
        select tenant_id, id, current_date, true, 'calendar', 'e', now(), 3, 0, 3
        from roster_user where tenant_id = '%1$s'
        """);

  private static final List<String> JOURNEY_ROWS =
      List.of(
          """
        insert into learning_journey (tenant_id, learner_id, grade, school_year, career, companion,
          journeys_started, skills_of_grade, started_at, last_at)
        select tenant_id, id, '04', 2024, 'chef', 'spark', 1, 4, now() - interval '2 years',
          now() - interval '2 years'
        from roster_user where tenant_id = '%1$s'
        """,
          """
        insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
          started_at, completed_at)
        select tenant_id, id, gen_random_uuid(), '04', 2024, 'chef', 'spark',
          now() - interval '2 years', now() - interval '2 years'
        from roster_user where tenant_id = '%1$s'
        """,
          """
        insert into container_session (tenant_id, learner_id, id, journey_id, container, subject,
          skill_id, question_ids, question_versions, question_shared, expected_time, started_at,
          answered, attempted, correct, score, completed_at, completed_by)
        select tenant_id, learner_id, gen_random_uuid(), id, c, s, 'skill',
          '{math-1,math-2,math-3,math-4,math-5}', '{1,1,1,1,1}', '{t,t,t,t,t}', 60, started_at,
          5, 5, 5, 100, started_at, 'done'
        from journey cross join unnest(array['LEARN', 'EXPERIENCE', 'DISCOVER']) c
          cross join unnest(array['Math', 'ELA', 'Science', 'Social Studies']) s
        where tenant_id = '%1$s'
        """,
          """
        insert into question_attempt (tenant_id, learner_id, event_id, journey_id, session_id,
          question_id, school_year, subject, skill_id, question_type, answer, verified, correct,
          key_version, grade, school_day, time_spent, hints_used, effective_at)
        select tenant_id, learner_id, gen_random_uuid()::text, journey_id, id, 'math-' || n, 2024,
          subject, skill_id, 'practice', '{42}', true, true, 1, '04', started_at::date, 12, 0,
          started_at
        from container_session cross join generate_series(1, 5) n where tenant_id = '%1$s'
        """);

  /** Learners with five rows in the ledger each, and what these rest on. */
  static NightsData profiles(Target target, int learners) throws SQLException {
    String tenant = "bench-nights";
    begin(target, tenant, learners);
    execute(target, tenant, PROFILE_ROWS);
    return counted(target, tenant, PROFILES);
  }

  /** Learners with a journey of twelve lessons and sixty answers each, of two years ago. */
  static NightsData journeys(Target target, int learners, int round) throws SQLException {
    String tenant = "bench-nights-" + round;
    begin(target, tenant, learners);
    execute(target, tenant, JOURNEY_ROWS);
    return counted(target, tenant, JOURNEYS);
  }

  /** All rows as JSON, one after the other. */
  String copy() {
    List<String> queries =
        tables.stream()
            .map(
                table ->
                    "select row_to_json(t) from cairn.%s t where tenant_id = '%s'"
                        .formatted(table, tenant))
            .toList();
    return "copy (" + String.join(" union all ", queries) + ") to stdout";
  }

  private static void begin(Target target, String tenant, int learners) throws SQLException {
    clear(target, tenant);
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute(
          "insert into tenant (id, name, registered_at) values ('%s', 'Bench', now())"
              .formatted(tenant));
      statement.execute(
          """
          insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
            family_name, grade)
          select '%s', gen_random_uuid(), i::text, 'active', true, 'A', 'Learner', '04'
          from generate_series(1, %d) i
          """
              .formatted(tenant, learners));
    }
  }

  private static void execute(Target target, String tenant, List<String> commands)
      throws SQLException {
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute("set session_replication_role = replica");
      for (String command : commands) {
        statement.execute(command.formatted(tenant));
      }
    }
  }

  private static NightsData counted(Target target, String tenant, List<String> tables)
      throws SQLException {
    long rows = 0;
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      for (String table : tables) {
        statement.execute("vacuum analyze cairn." + table);
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) from cairn.%s where tenant_id = '%s'".formatted(table, tenant))) {
          row.next();
          rows += row.getLong(1);
        }
      }
    }
    return new NightsData(target, tenant, tables, rows);
  }

  private static void clear(Target target, String tenant) throws SQLException {
    try (Connection admin = target.superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path = cairn");
      statement.execute("set session_replication_role = replica");
      for (String table : ALL) {
        statement.execute("delete from %s where tenant_id = '%s'".formatted(table, tenant));
      }
      statement.execute("delete from tenant where id = '%s'".formatted(tenant));
    }
    Path data = target.home().in("server").resolve("data");
    Folders.delete(data.resolve("cairn-objects").resolve(tenant));
    Folders.delete(data.resolve("cairn-keys").resolve(tenant));
  }

  @Override
  public void close() throws SQLException {
    clear(target, tenant);
  }
}
