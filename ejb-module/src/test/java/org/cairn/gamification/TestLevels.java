package org.cairn.gamification;

import org.cairn.gamification.Profiles.LevelScale;

/** The shipped levels, for tests of other components. */
public final class TestLevels {

  private TestLevels() {}

  public static LevelScale shipped() {
    return new LevelScale(Rules.SHARED);
  }
}
