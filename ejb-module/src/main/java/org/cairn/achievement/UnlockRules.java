package org.cairn.achievement;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Condition;

/** When an achievement is fulfilled (spec: journeys and gamification, "Achievements"). */
final class UnlockRules {

  static final String LEVEL = "level";
  static final String STREAK = "streak-days";

  private UnlockRules() {}

  /** What is fulfilled and was not unlocked before. */
  static List<Achievement> fulfilled(List<Count> counts, LongToIntFunction levels) {
    return counts.stream()
        .filter(count -> count.unlocked() == null)
        .filter(count -> counted(count, levels) >= count.achievement().condition().atLeast())
        .map(Count::achievement)
        .toList();
  }

  /** What the condition counts; of levels, the level. */
  static long counted(Count count, LongToIntFunction levels) {
    return count.achievement().condition().count().equals(LEVEL)
        ? levels.applyAsInt(count.count())
        : count.count();
  }

  /** Whether a level or a streak that grows passes a mark of the rules. */
  static boolean passes(List<Achievement> achievements, String count, int before, int after) {
    return achievements.stream()
        .map(Achievement::condition)
        .filter(condition -> condition.count().equals(count))
        .mapToInt(Condition::atLeast)
        .anyMatch(mark -> before < mark && mark <= after);
  }
}
