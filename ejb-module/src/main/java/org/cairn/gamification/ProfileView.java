package org.cairn.gamification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/**
 * What a learner is in the game. Lifetime XP, balance and level progress are three numbers that are
 * never mixed. All amounts of XP are left out where a learner up to grade 2 looks at its own.
 *
 * @param lifetimeXp all that was earned and corrected; ranks go by it
 * @param balance what can be spent
 * @param dailyXp what was earned on the school's today
 * @param level from 1
 * @param xpInLevel what is earned of the next level's cost
 * @param xpToNextLevel the next level's cost
 * @param tier the name of a range of levels
 * @param lastActiveAt when the latest recorded event took effect
 */
public record ProfileView(
    UUID learnerId,
    @Nullable Long lifetimeXp,
    @Nullable Long balance,
    @Nullable Long dailyXp,
    int level,
    @Nullable Long xpInLevel,
    @Nullable Long xpToNextLevel,
    String tier,
    StreakView streak,
    @Nullable Instant lastActiveAt) {

  /**
   * The streak on the school's today.
   *
   * @param current school days in a row; 0 where a missed one has ended it
   * @param best the longest so far
   * @param freezes how many missed school days can be frozen
   * @param milestone the greatest that the best streak has reached
   * @param nextMilestone the next one for the current streak
   */
  public record StreakView(
      int current,
      int best,
      int freezes,
      @Nullable Integer milestone,
      @Nullable Integer nextMilestone) {

    static StreakView of(@Nullable Streak streak, StreakTerms terms) {
      if (streak == null) {
        return of(0, 0, Math.min(terms.initial(), terms.most()), terms.milestones());
      }
      return of(streak.length(), streak.best(), streak.freezes(), terms.milestones());
    }

    private static StreakView of(int current, int best, int freezes, List<Integer> milestones) {
      return new StreakView(
          current,
          best,
          freezes,
          milestones.stream().filter(m -> m <= best).reduce((low, high) -> high).orElse(null),
          milestones.stream().filter(m -> m > current).findFirst().orElse(null));
    }
  }

  static ProfileView of(
      UUID learner,
      Account account,
      long dailyXp,
      Levels.Standing level,
      String tier,
      StreakView streak,
      @Nullable Instant lastActiveAt) {
    return new ProfileView(
        learner,
        Math.max(0, account.lifetimeXp()),
        account.balance(),
        dailyXp,
        level.level(),
        level.xpInLevel(),
        level.xpToNext(),
        tier,
        streak,
        lastActiveAt);
  }

  /** The same without any amount of XP. */
  ProfileView withoutXp() {
    return new ProfileView(
        learnerId, null, null, null, level, null, null, tier, streak, lastActiveAt);
  }
}
