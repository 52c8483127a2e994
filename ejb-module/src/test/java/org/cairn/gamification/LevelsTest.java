package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {

  @ParameterizedTest
  @CsvSource({"0,1", "99,1", "100,2", "301,2", "302,3", "864,4", "865,5", "3206,9", "3207,10"})
  void aLevelBeginsAtItsThreshold(long lifetimeXp, int level) {
    assertEquals(level, Levels.of(lifetimeXp, Rules.SHARED.levels()).level());
  }

  @ParameterizedTest
  @CsvSource({"1,100", "2,202", "3,255", "4,308", "9,577", "100,6100"})
  void costsWhatTheFormulaSays(int level, long cost) {
    assertEquals(cost, Levels.cost(level, Rules.SHARED.levels()));
  }

  @ParameterizedTest
  @CsvSource({"150,50,202", "100,0,202", "40,40,100"})
  void tellsTheWayToTheNext(long lifetimeXp, long inLevel, long toNext) {
    assertEquals(inLevel, Levels.of(lifetimeXp, Rules.SHARED.levels()).xpInLevel());
    assertEquals(toNext, Levels.of(lifetimeXp, Rules.SHARED.levels()).xpToNext());
  }
}
