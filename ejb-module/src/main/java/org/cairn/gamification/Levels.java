package org.cairn.gamification;

import org.cairn.gamification.RuleSet.LevelCosts;

/** What level an amount of lifetime XP is (spec: journeys and gamification, "Levels"). */
final class Levels {

  private Levels() {}

  /**
   * A level and the way to the next.
   *
   * @param level from 1
   * @param xpInLevel how much of the next level's cost is earned
   * @param xpToNext what the next level costs in all
   */
  record Standing(int level, long xpInLevel, long xpToNext) {}

  static Standing of(long lifetimeXp, LevelCosts costs) {
    int level = 1;
    long rest = Math.max(0, lifetimeXp);
    while (rest >= cost(level, costs)) {
      rest -= cost(level, costs);
      level++;
    }
    return new Standing(level, rest, cost(level, costs));
  }

  /** What the level after this one costs. */
  static long cost(int level, LevelCosts costs) {
    return level == 1
        ? costs.first()
        : costs.base() + (long) costs.perLevel() * level + rootOfCube(level);
  }

  /** ⌊L^1.5⌋, exactly. */
  private static long rootOfCube(int level) {
    long cube = (long) level * level * level;
    long root = (long) Math.sqrt((double) cube);
    while (root * root > cube) {
      root--;
    }
    while ((root + 1) * (root + 1) <= cube) {
      root++;
    }
    return root;
  }
}
