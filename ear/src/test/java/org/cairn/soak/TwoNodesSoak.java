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

  private static final String DUE = " from cairn.job_run where planned_for is not null";
  private static final String PLANNED = "select count(*)" + DUE;
  private static final String NODES = "select count(distinct node)" + DUE;
  private static final String PLANNED_TWICE =
      "select count(*) from (select 1"
          + DUE
          + " group by tenant_id, job, key, planned_for having count(*) > 1) twice";

  private static final String CAUGHT_UP =
      "select count(distinct job) from cairn.job_run where cause = 'CATCH_UP'";
  private static final String CAUGHT_UP_OTHERWISE =
      "select count(*) from (select 1 from cairn.job_run where cause = 'CATCH_UP'"
          + " group by tenant_id, job, key"
          + " having count(*) <> 1 or min(state) <> 'COMPLETED') other";

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
          """
          update job_plan set planned_until = planned_until - interval '9 days'
          where job <> 'audit-sealing'
          """);

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
        int jobs = haveEverythingDue(cairn);
        Thread.sleep(duration.toMillis());
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
          long planned = number(database, PLANNED);
          assertTrue(planned > 0, "no job was due");
          assertEquals(0, number(database, PLANNED_TWICE));
          assertEquals(jobs, number(database, CAUGHT_UP), "scheduled jobs that ran");
          assertEquals(0, number(database, CAUGHT_UP_OTHERWISE), "runs other than one and whole");
          assertTrue(post.mails() > 0, "no guardian was mailed");
          post.assertNobodyGotTwo("");
          run.figure("scheduled jobs, each missed once and caught up once", jobs);
          run.figure("runs of jobs that were due, each once", planned);
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

  /** As if no server had run for a week; answers how many jobs have a schedule of days or hours. */
  private static int haveEverythingDue(OwnCairn cairn) throws Exception {
    try (Connection database = cairn.superuser();
        Statement statement = database.createStatement()) {
      for (String command : MAKE_DUE) {
        statement.execute(command);
      }
      return (int)
          number(
              database,
              "select count(distinct job) from cairn.job_plan where job <> 'audit-sealing'");
    }
  }

  private static long deadlocks(Connection database) throws Exception {
    return number(database, "select sum(deadlocks)::bigint from pg_stat_database");
  }

  private static long number(Connection database, String query) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
