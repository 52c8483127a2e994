package org.cairn.launcher.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The writers' times beside one kind of maintenance, over all rounds. */
final class PartitionsResult {

  static final String HEADER =
      """
      | partitions are | turns | gave way | writes | p50 ms | p99 ms | longest ms | longest wait for a lock ms |
      |---|---|---|---|---|---|---|---|"""
          .stripIndent();

  private final List<Measured> rounds = new ArrayList<>();

  /**
   * What was measured at once.
   *
   * @param nanos how long writes took
   * @param longestWait for a lock of a table, in milliseconds
   * @param changed partitions
   * @param gaveWay turns that met a lock
   */
  record Measured(List<Long> nanos, double longestWait, int changed, int gaveWay) {

    Measured and(Measured other) {
      List<Long> all = new ArrayList<>(nanos);
      all.addAll(other.nanos);
      return new Measured(
          all,
          Math.max(longestWait, other.longestWait),
          changed + other.changed,
          gaveWay + other.gaveWay);
    }

    private double millis(double part) {
      List<Long> sorted = new ArrayList<>(nanos);
      Collections.sort(sorted);
      return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
    }
  }

  void add(Measured round) {
    rounds.add(round);
  }

  /** Percentiles are medians of rounds; what is longest is the longest of all. */
  String row(String kind) {
    return "| %s | %d | %d | %d | %.2f | %.2f | %.1f | %.1f |"
        .formatted(
            kind,
            rounds.stream().mapToInt(round -> round.changed() + round.gaveWay()).sum(),
            rounds.stream().mapToInt(Measured::gaveWay).sum(),
            rounds.stream().mapToInt(round -> round.nanos().size()).sum(),
            median(round -> round.millis(0.5)),
            median(round -> round.millis(0.99)),
            rounds.stream().mapToDouble(round -> round.millis(1)).max().orElse(0),
            rounds.stream().mapToDouble(Measured::longestWait).max().orElse(0));
  }

  private double median(ToDoubleFunction<Measured> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
