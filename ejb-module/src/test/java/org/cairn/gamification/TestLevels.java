package org.cairn.gamification;

import org.cairn.gamification.Profiles.LevelScale;

/** The shipped rules, for tests of other components. */
public final class TestLevels {

  private TestLevels() {}

  public static LevelScale shipped() {
    return new LevelScale(Rules.SHARED);
  }

  public static GameBook.Terms shippedTerms() {
    return Rules.SHARED.terms();
  }

  /** Has the database hold the shipped rules. */
  public static void align() {
    TestGame.align();
  }

  /** The least lifetime XP of a level. */
  public static long firstOfLevel(int level) {
    long xp = 0;
    for (int below = 1; below < level; below++) {
      xp += Levels.cost(below, Rules.SHARED.levels());
    }
    return xp;
  }
}
