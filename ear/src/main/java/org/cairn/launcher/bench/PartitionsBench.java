package org.cairn.launcher.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.launcher.bench.PartitionsTurns.Kind;

/**
 * How long writers of figures wait while partitions are made, detached and dropped by the functions
 * that the nightly job calls; the goal is in the specification of performance.
 */
final class PartitionsBench {

  private static final int WRITERS = 8;

  private final Target target;
  private final Bench.Options options;

  PartitionsBench(Target target, Bench.Options options) {
    this.target = target;
    this.options = options;
  }

  void run() throws Exception {
    System.out.printf(
        "%d writers, each with the feed's statements for %d events; 1 reader of figures;"
            + " %d interleaved rounds of %d s%n%n",
        WRITERS, PartitionsData.EVENTS, options.rounds(), options.seconds());
    Map<Kind, PartitionsResult> results = new EnumMap<>(Kind.class);
    try (PartitionsData data = PartitionsData.of(target, WRITERS)) {
      PartitionsLoad load = new PartitionsLoad(data, feed(data));
      for (Kind kind : Kind.values()) {
        load.run(1, kind);
        results.put(kind, new PartitionsResult());
      }
      for (int i = 0; i < options.rounds(); i++) {
        for (Map.Entry<Kind, PartitionsResult> kind : results.entrySet()) {
          kind.getValue().add(load.run(options.seconds(), kind.getKey()));
        }
      }
    }
    System.out.println(PartitionsResult.HEADER);
    results.forEach(
        (kind, result) ->
            System.out.println(result.row(kind == Kind.NOTHING ? "left alone" : name(kind))));
    System.out.println("\nGoal: no wait for a lock of the maintenance is longer than 50 ms.");
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What the job of the feed sends to take in some events. */
  private List<RecordedStatement> feed(PartitionsData data) throws Exception {
    NightsJobs jobs = new NightsJobs(target);
    List<RecordedStatement> chunk =
        new StatementRecorder(target)
            .record(
                () -> {
                  data.happen();
                  jobs.seconds("analytics-feed", PartitionsData.TENANT);
                },
                transaction -> transaction.stream().anyMatch(PartitionsBench::isOurs));
    return chunk.stream().filter(PartitionsBench::isFeeds).toList();
  }

  private static boolean isOurs(RecordedStatement statement) {
    return isWrite(statement) && statement.has(PartitionsData.POSITIONS);
  }

  /** Whether the statement writes events. */
  static boolean isWrite(RecordedStatement statement) {
    return statement.sql().strip().startsWith("insert into analytics_event");
  }

  /** The chunk's keeping of its step is no part of it. */
  private static boolean isFeeds(RecordedStatement statement) {
    return !statement.sql().contains("log_end")
        && (statement.sql().contains("analytics_")
            || statement.sql().contains("pg_advisory_xact_lock_shared"));
  }
}
