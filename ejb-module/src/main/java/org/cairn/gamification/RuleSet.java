package org.cairn.gamification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cairn.access.GradeBand;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.streak.Freezes;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of XP.
 *
 * @param version such as {@code shared-1}
 * @param dailyCap the most XP of one school day; {@code null}: no limit
 * @param terms what other components go by
 */
record RuleSet(
    String version,
    Amounts amounts,
    @Nullable Integer dailyCap,
    Multipliers multipliers,
    LevelCosts levels,
    List<Tier> tiers,
    StreakTerms streak,
    Terms terms) {

  /**
   * What things are worth.
   *
   * @param correct for an answer that is right at the first try, the second …
   */
  record Amounts(List<Integer> correct, int lesson, int perfectScore, int mastery, int dailyLogin) {

    int of(XpKind kind, int basis) {
      return switch (kind) {
        case ANSWER -> basis >= 1 && basis <= correct.size() ? correct.get(basis - 1) : 0;
        case LESSON -> basis * lesson;
        case PERFECT -> basis * perfectScore;
        case MASTERY -> basis * mastery;
        case LOGIN -> basis * dailyLogin;
        case REWARD, CORRECTION, PURCHASE -> basis;
      };
    }
  }

  /**
   * What amounts are multiplied by.
   *
   * @param learning added to 1 for the category learning
   * @param streak added to 1 while the streak is over {@code streakOver} days
   */
  record Multipliers(
      Map<GradeBand, BigDecimal> grades, BigDecimal learning, BigDecimal streak, int streakOver) {}

  /** Level 2 costs first; the next from level L costs base + perLevel · L + ⌊L^1.5⌋. */
  record LevelCosts(int first, int base, int perLevel) {}

  /**
   * A tier of levels.
   *
   * @param below the first level that is above it; {@code null} for the last
   */
  record Tier(String name, @Nullable Integer below) {}

  /**
   * What a streak is held by.
   *
   * @param monthly more freezes on the first day of each month
   * @param most freezes that can be held
   */
  record StreakTerms(List<Integer> milestones, int initial, int monthly, int most) {

    Freezes freezes() {
      return new Freezes(initial, monthly, most);
    }
  }

  /** The tier of a level. */
  String tierOf(int level) {
    return tiers.stream()
        .filter(
            tier -> {
              Integer below = tier.below();
              return below == null || level < below;
            })
        .findFirst()
        .map(Tier::name)
        .orElseThrow();
  }
}
