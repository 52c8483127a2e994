package org.cairn.gamification;

/**
 * What level an amount of lifetime XP is (spec: journeys and gamification, "Levels"): the next one
 * costs 100 from level 1, and 100 + 50·L + ⌊L^1.5⌋ from level L.
 */
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

  static Standing of(long lifetimeXp) {
    int level = 1;
    long rest = lifetimeXp;
    while (rest >= cost(level)) {
      rest -= cost(level);
      level++;
    }
    return new Standing(level, rest, cost(level));
  }

  /** What the level after this one costs. */
  static long cost(int level) {
    return level == 1 ? 100 : 100 + 50L * level + rootOfCube(level);
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
