package org.cairn.launcher.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cairn.launcher.bench.Rounds.Round;

/**
 * The medians of some rounds, as a line of a table.
 *
 * @param name of what was measured
 * @param events a request
 */
record IngestResult(String name, int events, long roundTrips, List<Round> rounds) {

  static final String HEADER =
      """
      | events a request | pgbench events/s | HTTP events/s | ratio | JVM us | PostgreSQL us | its us under pgbench | round trips | WAL bytes |
      |---|---|---|---|---|---|---|---|---|"""
          .stripIndent();

  private double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return "| %s | %.0f | %.0f | %.2f | %.0f | %.0f | %.0f | %d | %.0f |"
        .formatted(
            name,
            median(Round::bare) * events,
            median(Round::http) * events,
            median(round -> round.http() / round.bare()),
            median(Round::serverMicros),
            median(Round::databaseMicros),
            median(Round::bareDatabaseMicros),
            roundTrips,
            median(Round::walBytes));
  }
}
