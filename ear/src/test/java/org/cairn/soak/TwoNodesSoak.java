package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Has two servers write for the same three learners: no deadlock, no lost update. */
@Soak
class TwoNodesSoak {

  private static final Duration LONG = Duration.ofMinutes(3);

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
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("select sum(deadlocks)::bigint from pg_stat_database")) {
      row.next();
      return row.getLong(1);
    }
  }
}
