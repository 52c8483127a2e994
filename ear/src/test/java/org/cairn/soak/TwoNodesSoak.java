package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Has two servers write for the same three learners: no deadlock, no lost update; jobs run once.
 */
@Soak
class TwoNodesSoak {

  private static final Duration LONG = Duration.ofMinutes(3);

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String DUE = " from cairn.job_run where planned_for is not null";
  private static final String PLANNED = "select count(*)" + DUE;
  private static final String NODES = "select count(distinct node)" + DUE;
  private static final String JOBS = "select count(distinct job)" + DUE;

  /** Plans of districts, and of what has plans in the reserved tenant, that no run has served. */
  private static final String WAITING =
      """
      select count(*) from cairn.job_plan p where not exists (select from cairn.job_run r
        where r.tenant_id = p.tenant_id and r.job = p.job and r.key = p.key
          and r.planned_for is not null and r.ended_at is not null)
      """;

  /** Of each plan one run is for what was missed; it ended well, as did whatever came after it. */
  private static final String OTHERWISE =
      """
      select coalesce(string_agg(concat_ws(' ', tenant_id, job, key, runs), '; '), '') from (
        select tenant_id, job, key,
          string_agg(concat_ws(' ', planned_for, state, detail), ', ') as runs
        from cairn.job_run where planned_for is not null
        group by tenant_id, job, key
        having count(*) filter (where planned_for <= '@due' and requested_at >= '@due') > 1
          or bool_or(ended_at is not null and state <> 'COMPLETED')) other
      """;

  private static final String UNKNOWN =
      """
      select count(*) from cairn.tenant t where t.id <> 'shared' and not exists (
        select from cairn.job_plan p where p.tenant_id = t.id and p.job = 'retention')
      """;

  /** Every guardian has an address, and children who did something yesterday. */
  private static final List<String> MAKE_DUE =
      List.of(
          "set search_path to cairn",
          """
          insert into digest_settings (tenant_id, revision, enabled, weekday, hour, changed_by,
            changed_at)
          select id, 1, true, 1, 0, 'test', now() from tenant where id <> 'shared'
          """,
          """
          update roster_user u set email = 'g' || u.id || '@homes.example'
          where exists (select from guardianship g
            where g.tenant_id = u.tenant_id and g.guardian_id = u.id)
          """,
          """
          insert into achievement_unlocked (tenant_id, learner_id, achievement, xp, rule_version,
            event_id, unlocked_at, recorded_at)
          select distinct tenant_id, learner_id, 'first-steps', 0, 'shared-1', 'event',
            date_trunc('week', now()) - interval '3 days', now()
          from guardianship
          on conflict do nothing
          """,
          "delete from job_run where planned_for is not null and ended_at is not null",
          "update job_plan set planned_until = planned_until - interval '9 days'");

  @Test
  void shareALearner(SoakRun run) throws Exception {
    try (PostOffice post = new PostOffice();
        OwnCairn cairn = OwnCairn.prepare("two-nodes")) {
      cairn.set(post.settings().strip());
      cairn.startPostgres();
      cairn.startServer();
      cairn.api().load();
      String second = cairn.startSecondServer();
      List<String> learners =
          Writers.SINGLES.stream().map(person -> cairn.api().learnerId(person)).toList();
      String first = cairn.api().baseUrl();
      Duration duration = run.duration(LONG);
      try (Writers here = Writers.start(cairn.api(), first, "n-a", learners, 4);
          Writers there = Writers.start(cairn.api(), second, "n-b", learners, 4);
          Reader reader = Reader.start(cairn.api())) {
        String due = haveEverythingDue(cairn);
        Thread.sleep(duration.toMillis());
        awaitNone(cairn, WAITING);
        here.finish();
        there.finish();
        List<String> followed = reader.finish();
        List<Journal.Entry> journal = new ArrayList<>(here.journal());
        journal.addAll(there.journal());
        assertEquals(List.of(), here.wrong());
        assertEquals(List.of(), there.wrong());
        assertEquals(reader.logNow(), followed);
        try (Connection database = cairn.superuser()) {
          assertEquals(List.of(), Verdict.on(journal, "n", database));
          run.figure("deadlocks", deadlocks(database));
          assertEquals(0, deadlocks(database));
          assertEquals("", text(database, OTHERWISE.replace("@due", due)));
          assertTrue(post.mails() > 0, "no guardian was mailed");
          post.assertNobodyGotTwo("");
          run.figure("scheduled jobs, each missed and caught up once", number(database, JOBS));
          run.figure("their runs in all districts", number(database, PLANNED));
          run.figure("servers that ran them", number(database, NODES));
        }
        run.figure(
            "events by the first and the second server",
            here.acknowledged() + ", " + there.acknowledged());
        run.figure("refused and repeated", here.refused() + there.refused());
        run.figure("lost updates", 0);
      }
    }
  }

  /** As if no server had run for a week; answers since when. */
  private static String haveEverythingDue(OwnCairn cairn) throws Exception {
    awaitNone(cairn, UNKNOWN);
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      for (String command : MAKE_DUE) {
        statement.execute(command);
      }
      String due = text(database, "select now()");
      database.commit();
      return due;
    }
  }

  private static void awaitNone(OwnCairn cairn, String query) throws Exception {
    long begin = System.nanoTime();
    try (Connection database = cairn.superuser()) {
      while (number(database, query) > 0) {
        if (OwnCairn.since(begin).compareTo(PATIENCE) > 0) {
          throw new AssertionError("waited too long: " + query);
        }
        Thread.sleep(500);
      }
    }
  }

  private static long deadlocks(Connection database) throws Exception {
    return number(database, "select sum(deadlocks)::bigint from pg_stat_database");
  }

  private static long number(Connection database, String query) throws Exception {
    return Long.parseLong(text(database, query));
  }

  private static String text(Connection database, String query) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
