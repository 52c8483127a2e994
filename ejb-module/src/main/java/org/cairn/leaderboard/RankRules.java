package org.cairn.leaderboard;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * Ranks by counting: whoever has more stands above, and those of one score share a rank (1, 2, 2,
 * 4). One count from the top down, in steps, tells the ranks of all scores that are asked for.
 */
final class RankRules {

  private RankRules() {}

  /** Scores from {@code least} to just below {@code below}. */
  record Step(long least, long below) {}

  /** The steps from above all scores down to the last one that is on the board, which is 1. */
  static List<Step> steps(Collection<Long> scores, LongUnaryOperator next) {
    List<Long> bounds =
        Stream.concat(Stream.of(1L), scores.stream().map(next::applyAsLong))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    return Stream.iterate(0, i -> i < bounds.size(), i -> i + 1)
        .map(i -> new Step(bounds.get(i), i == 0 ? Long.MAX_VALUE : bounds.get(i - 1)))
        .toList();
  }

  /**
   * How learners stand on one board.
   *
   * @param above how many stand at a bound or above it
   * @param total how many are on the board
   * @param next the least score that is above one
   */
  record Ranks(Map<Long, Long> above, long total, LongUnaryOperator next) {

    /** The rank of a score that was asked for. */
    long of(long score) {
      return above.getOrDefault(next.applyAsLong(score), 0L) + 1;
    }
  }

  /**
   * The ranks, when each step is counted.
   *
   * @param counts one for each step, in their order
   */
  static Ranks ranks(List<Step> steps, List<Long> counts, LongUnaryOperator next) {
    Map<Long, Long> above = new HashMap<>();
    long sum = 0;
    for (int i = 0; i < steps.size(); i++) {
      sum += counts.get(i);
      above.put(steps.get(i).least(), sum);
    }
    return new Ranks(Map.copyOf(above), sum, next);
  }
}
