package org.cairn.launcher.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The backup of profiles and the archive of journeys, each a job of the server that runs, against
 * PostgreSQL's COPY of the same rows as JSON, piped through zstd; goals in the specification of
 * performance.
 */
final class NightsBench {

  private static final int PROFILES = 1_000_000;

  /** A learner's journey is many rows: so many fewer learners are archived in a round. */
  private static final int FEWER = 50;

  private final Target target;
  private final Bench.Options options;
  private final NightsJobs jobs;

  NightsBench(Target target, Bench.Options options) throws InterruptedException {
    this.target = target;
    this.options = options;
    this.jobs = new NightsJobs(target);
  }

  /** Rows a second of either side. */
  private record Round(double copy, double job) {}

  void run() throws Exception {
    int profiles = options.profiles() == 0 ? PROFILES : options.profiles();
    System.out.printf(
        "%d profiles, %d interleaved rounds; medians of rows/s%n%n", profiles, options.rounds());
    System.out.println(
        """
        | job | rows | COPY, zstd -3 | Cairn | ratio | most heap, of MiB |
        |---|---|---|---|---|---|"""
            .stripIndent());
    try (NightsData data = NightsData.profiles(target, profiles)) {
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < options.rounds(); i++) {
        rounds.add(round(data, "profile-backup"));
      }
      tell("profile-backup", data.rows(), rounds);
    }
    List<Round> rounds = new ArrayList<>();
    long rows = 0;
    for (int i = 1; i <= options.rounds(); i++) {
      try (NightsData data = NightsData.journeys(target, Math.max(10, profiles / FEWER), i)) {
        rows = data.rows();
        rounds.add(round(data, "session-archive"));
      }
    }
    tell("session-archive", rows, rounds);
    System.out.println("\nGoals: at least 0.80 of COPY; a heap that stays below its limit.");
  }

  private Round round(NightsData data, String job) throws Exception {
    double copy = data.rows() / copySeconds(data);
    return new Round(copy, data.rows() / jobs.seconds(job, data.tenant()));
  }

  private void tell(String job, long rows, List<Round> rounds) {
    System.out.printf(
        "| %s | %d | %.0f | %.0f | %.2f | %d of %d |%n",
        job,
        rows,
        median(rounds, Round::copy),
        median(rounds, Round::job),
        median(rounds, round -> round.job() / round.copy()),
        jobs.mostHeap() >> 20,
        jobs.heapLimit() >> 20);
  }

  /** As the specification says it: psql, a pipe, zstd, a file. */
  private double copySeconds(NightsData data) throws IOException, InterruptedException {
    String file = target.home().in("bench-copy.zst").toString();
    Instant begin = Instant.now();
    Process pipe =
        new ProcessBuilder(
                "sh",
                "-c",
                "psql -X -q -h localhost -p \"$1\" -U postgres -d cairn -c \"$2\" | zstd -3 -q -f -o"
                    + " \"$3\"",
                "copy",
                Integer.toString(target.databasePort()),
                data.copy(),
                file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (pipe.waitFor() != 0) {
      throw new org.cairn.launcher.LaunchFailure("psql and zstd are needed");
    }
    double seconds = Duration.between(begin, Instant.now()).toNanos() / 1e9;
    java.nio.file.Files.deleteIfExists(java.nio.file.Path.of(file));
    return seconds;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
