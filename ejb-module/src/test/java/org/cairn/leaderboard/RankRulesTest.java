package org.cairn.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.cairn.leaderboard.RankRules.Ranks;
import org.cairn.leaderboard.RankRules.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankRulesTest {

  @Test
  void tiesShareARankAndTheNextOneIsAfterAllOfThem() {
    List<Long> scores = List.of(9L, 7L, 7L, 4L);
    assertEquals(List.of(1L, 2L, 2L, 4L), ranks(scores, scores, RankRulesTest::each));
  }

  @Test
  void thoseOfOneLevelShareARank() {
    List<Long> scores = List.of(29L, 21L, 20L, 19L, 3L);
    assertEquals(List.of(1L, 1L, 1L, 4L, 5L), ranks(scores, scores, RankRulesTest::tens));
  }

  @Test
  void aBoardOfNobodyShownStillHasATotal() {
    List<Step> steps = RankRules.steps(List.of(), RankRulesTest::each);
    assertEquals(List.of(new Step(1, Long.MAX_VALUE)), steps);
    assertEquals(12, RankRules.ranks(steps, List.of(12L), RankRulesTest::each).total());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ranksAreOneMoreThanThoseAbove(long seed) {
    Random random = new Random(seed);
    List<Long> scores = random.longs(200, 1, 60).boxed().toList();
    List<Long> asked = scores.subList(0, 20);
    for (LongUnaryOperator next :
        List.<LongUnaryOperator>of(RankRulesTest::each, RankRulesTest::tens)) {
      assertEquals(
          asked.stream()
              .map(a -> scores.stream().filter(s -> s >= next.applyAsLong(a)).count() + 1)
              .toList(),
          ranks(scores, asked, next));
    }
  }

  private static List<Long> ranks(List<Long> all, List<Long> asked, LongUnaryOperator next) {
    List<Step> steps = RankRules.steps(asked, next);
    List<Long> counts =
        steps.stream()
            .map(step -> all.stream().filter(s -> s >= step.least() && s < step.below()).count())
            .toList();
    Ranks ranks = RankRules.ranks(steps, counts, next);
    assertEquals(all.size(), ranks.total());
    return asked.stream().map(ranks::of).toList();
  }

  private static long each(long score) {
    return score + 1;
  }

  /** Ten of a kind share a rank, as the XP of one level do. */
  private static long tens(long score) {
    return (score / 10 + 1) * 10;
  }
}
