package org.cairn.launcher.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The top 50 of a board and one learner's rank, in PostgreSQL as boards read them and under
 * row-level security, against Redis with the same scores; goals in the specification of
 * performance.
 */
final class BoardsBench {

  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int CONNECTIONS = 4;
  private static final int WARM_UP_SECONDS = 3;

  private final Target target;
  private final Bench.Options options;

  BoardsBench(Target target, Bench.Options options) {
    this.target = target;
    this.options = options;
  }

  /** Answers a second of either side. */
  private record Round(double topRedis, double top, double rankRedis, double rank) {}

  void run() throws Exception {
    System.out.printf(
        "%d connections, %d interleaved rounds of %d s a side; medians%n%n",
        CONNECTIONS, options.rounds(), options.seconds());
    System.out.println(
        """
        | learners | ZREVRANGE/s | top 50/s | ratio | ZREVRANK/s | own rank/s | ratio | wrong ranks |
        |---|---|---|---|---|---|---|---|"""
            .stripIndent());
    int[] sizes = options.learners() == 0 ? SIZES : new int[] {options.learners()};
    try (RedisServer redis = RedisServer.start(target.home())) {
      for (int size : sizes) {
        measure(size, redis);
      }
    }
    System.out.println(
        "\nGoals: top 50 at least 0.60 of Redis; own rank at least 0.15 of it at 1000000 learners,"
            + " at a cost that does not grow with the rank; no wrong rank.");
  }

  private void measure(int size, RedisServer redis) throws Exception {
    try (BoardsData data = BoardsData.make(target, size)) {
      data.copyTo(redis);
      BoardsLoad load = new BoardsLoad(target, redis, data, CONNECTIONS);
      int wrong = load.wrongRanks();
      round(load, WARM_UP_SECONDS);
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < options.rounds(); i++) {
        rounds.add(round(load, options.seconds()));
      }
      System.out.printf(
          "| %d | %.0f | %.0f | %.3f | %.0f | %.0f | %.4f | %d |%n",
          size,
          median(rounds, Round::topRedis),
          median(rounds, Round::top),
          median(rounds, round -> round.top() / round.topRedis()),
          median(rounds, Round::rankRedis),
          median(rounds, Round::rank),
          median(rounds, round -> round.rank() / round.rankRedis()),
          wrong);
    }
  }

  private static Round round(BoardsLoad load, int seconds) throws Exception {
    return new Round(
        load.topOfRedis(seconds), load.top(seconds), load.rankOfRedis(seconds), load.rank(seconds));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
