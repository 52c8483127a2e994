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

  @Test
  void shareALearner(SoakRun run) throws Exception {
    try (OwnCairn cairn = OwnCairn.start("two-nodes")) {
      String second = cairn.startSecondServer();
      List<String> learners =
          Writers.SINGLES.stream().map(person -> cairn.api().learnerId(person)).toList();
      String first = cairn.api().baseUrl();
      Duration duration = run.duration(LONG);
      try (Writers here = Writers.start(cairn.api(), first, "n-a", learners, 4);
          Writers there = Writers.start(cairn.api(), second, "n-b", learners, 4);
          Reader reader = Reader.start(cairn.api())) {
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
