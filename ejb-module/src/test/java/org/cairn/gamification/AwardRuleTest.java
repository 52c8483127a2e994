package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardRuleTest {

  /** The examples of the spec: base 10, category learning. */
  @ParameterizedTest
  @CsvSource({
    "KG,0,22", "02,5,22", "03,0,16", "05,5,16", "06,0,11", "12,0,11", ",0,11", "03,6,19", "KG,6,26",
    "09,6,13"
  })
  void gradeCategoryAndStreakMultiplyExactly(String grade, int streak, int amount) {
    assertEquals(amount, award(XpKind.ANSWER, 1, grade, streak));
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWER,1,11",
    "ANSWER,2,5",
    "ANSWER,3,2",
    "ANSWER,4,0",
    "ANSWER,0,0",
    "LESSON,1,22",
    "PERFECT,1,55",
    "MASTERY,1,82",
    "LESSON,0,0"
  })
  void everythingThatIsLearnedIsMultiplied(XpKind kind, int basis, int amount) {
    assertEquals(amount, award(kind, basis, "09", 0));
  }

  @ParameterizedTest
  @CsvSource({"LOGIN,1,5", "REWARD,160,160", "CORRECTION,-30,-30"})
  void loginsRewardsAndCorrectionsArePaidAsWritten(XpKind kind, int basis, int amount) {
    assertEquals(amount, award(kind, basis, "KG", 100));
  }

  /** Mia's week in docs/gamification.md. */
  @ParameterizedTest
  @CsvSource({
    "ANSWER,1,5,16",
    "LESSON,1,5,33",
    "ANSWER,1,6,19",
    "LESSON,1,6,39",
    "PERFECT,1,6,97",
    "ANSWER,2,7,9",
    "MASTERY,1,7,146",
    "ANSWER,1,7,19"
  })
  void theDocumentedWeekIsReckonedSo(XpKind kind, int basis, int streak, int amount) {
    assertEquals(amount, award(kind, basis, "04", streak));
  }

  private static int award(XpKind kind, int basis, String grade, int streak) {
    return AwardRule.of(Rules.SHARED, kind, kind.category(), basis, grade, streak).amount();
  }
}
