package org.cairn.achievement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.achievement.Count.Unlock;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Condition;
import org.cairn.gamification.TestLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnlockRulesTest {

  private static final List<Achievement> SHIPPED = TestLevels.shippedTerms().achievements();

  static List<Achievement> shipped() {
    return SHIPPED;
  }

  @Test
  void theShippedOnesAreThoseOfTheSpec() {
    Map<String, Integer> xp = new TreeMap<>();
    SHIPPED.forEach(each -> xp.put(each.key(), each.xp()));
    assertEquals(
        "{ela-master=75, explorer=30, first-steps=25, grandmaster=500, helpful=20, legend=2000,"
            + " math-master=75, mentor=175, month-streak=150, perfectionist=75, polymath=200,"
            + " quick-learner=60, scholar=1000, science-master=75, social-studies-master=75,"
            + " speed-learner=60, week-streak=50}",
        xp.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "first-steps,lessons,1",
    "explorer,careers,5",
    "helpful,events,1",
    "week-streak,streak-days,7",
    "speed-learner,fast-lessons,5",
    "quick-learner,skills-in-days,5",
    "perfectionist,perfect-lessons,10",
    "math-master,skills,25",
    "ela-master,skills,25",
    "science-master,skills,25",
    "social-studies-master,skills,25",
    "month-streak,streak-days,30",
    "mentor,events,10",
    "polymath,skills-in-each-subject,10",
    "grandmaster,level,100",
    "scholar,skills,100",
    "legend,streak-days,365"
  })
  void eachCountsWhatTheSpecSays(String key, String count, int atLeast) {
    Condition condition = shipped(key).condition();
    assertEquals(count + " " + atLeast, condition.count() + " " + condition.atLeast());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void eachIsUnlockedAtItsCountAndNotBelow(Achievement achievement) {
    int needed = achievement.condition().atLeast();
    assertEquals(List.of(), fulfilled(achievement, needed - 1));
    assertEquals(List.of(achievement), fulfilled(achievement, needed));
    assertEquals(List.of(achievement), fulfilled(achievement, needed + 1));
  }

  @Test
  void whatIsUnlockedIsNotUnlockedAgain() {
    Unlock unlock = new Unlock("first-steps", 25, "shared-1", "e1", Instant.EPOCH);
    assertEquals(
        List.of(),
        UnlockRules.fulfilled(
            List.of(new Count(shipped("first-steps"), 9, unlock)), xp -> (int) xp));
  }

  @Test
  void levelsAreToldByTheLifetimeXp() {
    Count count = new Count(shipped("grandmaster"), 864, null);
    assertEquals(4, UnlockRules.counted(count, xp -> TestLevels.shipped().level(xp)));
  }

  @Test
  void onlyAStreakOrALevelThatPassesAMarkIsLookedAt() {
    assertTrue(UnlockRules.passes(SHIPPED, "streak-days", 6, 7));
    assertTrue(UnlockRules.passes(SHIPPED, "streak-days", 5, 31));
    assertFalse(UnlockRules.passes(SHIPPED, "streak-days", 7, 8));
    assertFalse(UnlockRules.passes(SHIPPED, "streak-days", 1, 6));
    assertTrue(UnlockRules.passes(SHIPPED, "level", 99, 100));
    assertFalse(UnlockRules.passes(SHIPPED, "level", 1, 99));
  }

  /** As if levels were worth what they are called. */
  private static List<Achievement> fulfilled(Achievement achievement, long count) {
    return UnlockRules.fulfilled(List.of(new Count(achievement, count, null)), xp -> (int) xp);
  }

  private static Achievement shipped(String key) {
    return SHIPPED.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }
}
