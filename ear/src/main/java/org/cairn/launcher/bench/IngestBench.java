package org.cairn.launcher.bench;

import java.util.List;
import org.cairn.launcher.bench.Rounds.Round;

/**
 * Event ingest over HTTP with everything on, against pgbench with the statements that the same
 * request sends; goals in the specification of performance.
 */
final class IngestBench {

  private static final int[] EVENTS_PER_REQUEST = {1, 10, 50};
  private static final int CONNECTIONS = 8;
  private static final int LEARNERS = 64;
  private static final int WARM_UP_SECONDS = 45;

  private final Target target;
  private final Bench.Options options;

  IngestBench(Target target, Bench.Options options) {
    this.target = target;
    this.options = options;
  }

  void run() throws Exception {
    List<String> learners = target.learners(LEARNERS);
    System.out.printf(
        "%d connections, %d learners, %d interleaved rounds of %d s a side; medians%n%n",
        CONNECTIONS, learners.size(), options.rounds(), options.seconds());
    System.out.println(IngestResult.HEADER);
    int[] sizes = options.events() == 0 ? EVENTS_PER_REQUEST : new int[] {options.events()};
    for (int events : sizes) {
      System.out.println(measure(new EventBatch(events, learners)));
    }
    System.out.println(
        "\nGoals: ratio at least 0.50 at 1, 0.60 at 10, 0.70 at 50 events a request;"
            + " JVM at most 450 us a request of 10.");
  }

  private IngestResult measure(EventBatch batch) throws Exception {
    String token = target.systemToken();
    HttpLoad load =
        new HttpLoad(
            target.baseUrl(),
            CONNECTIONS,
            any -> batch.message(token, Fresh.id(), batch.anyLearner()));
    load.run(WARM_UP_SECONDS);
    String marker = "rec" + System.nanoTime();
    String learner = batch.learners().get(0);
    List<RecordedStatement> recorded =
        new StatementRecorder(target)
            .record(
                marker,
                () -> {
                  // The first has the server look at its definitions again, which most need not.
                  load.sendOnce(batch.message(token, Fresh.id(), learner));
                  load.sendOnce(batch.message(token, marker, learner));
                });
    Pgbench pgbench = Pgbench.of(target, CONNECTIONS, recorded, marker, batch.learners());
    pgbench.run(2);
    long roundTrips = recorded.stream().filter(statement -> !statement.is("BEGIN")).count();
    List<Round> rounds = new Rounds(target, options).measure(pgbench, load);
    return new IngestResult(Integer.toString(batch.events()), batch.events(), roundTrips, rounds);
  }
}
