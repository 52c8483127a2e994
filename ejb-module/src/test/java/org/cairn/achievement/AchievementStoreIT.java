package org.cairn.achievement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cairn.access.Trust;
import org.cairn.achievement.TestFeats.Done;
import org.cairn.achievement.TestFeats.Learned;
import org.cairn.caller.SqlText;
import org.cairn.events.Consequence;
import org.cairn.gamification.GameBook.Condition;
import org.cairn.gamification.TestLevels;
import org.cairn.gamification.XpSettled.StreakStood;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts and unlocking on the real database. */
class AchievementStoreIT {

  private static final String HELPED = "classmate.helped";

  private static final List<String> SUBJECTS = List.of("Math", "ELA", "Science", "Social Studies");

  private TestFeats feats;

  @BeforeAll
  static void rules() {
    TestLevels.align();
  }

  @BeforeEach
  void aLearner() {
    feats = new TestFeats();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void allCountsAreThoseOfAPlainRecount(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      feats.lesson(
          new Done(
              "career-" + random.nextInt(7),
              85 + random.nextInt(10),
              random.nextInt(3) == 0,
              70 + random.nextInt(20),
              true),
          random.nextInt(5) > 0,
          random.nextInt(5) > 0);
      feats.skill(
          SUBJECTS.get(random.nextInt(4)),
          TestFeats.NOW.minus(Duration.ofHours(random.nextInt(60 * 24))),
          random.nextInt(4) > 0);
    }
    feats.streak(random.nextInt(40) + 1);
    feats.events(Trust.SYSTEM, "help", 1 + random.nextInt(4), HELPED);
    feats.events(Trust.CLIENT, "claim", 2, HELPED);
    // After the rewards of what was unlocked.
    feats.lifetime(random.nextInt(5_000));
    for (Count count : feats.counts()) {
      assertEquals(
          recount(count.achievement().condition()), count.count(), count.achievement().key());
    }
  }

  private long recount(Condition condition) {
    return switch (condition.count()) {
      case "lessons" -> feats.lessons.size();
      case "perfect-lessons" -> feats.lessons.stream().filter(Done::perfect).count();
      case "fast-lessons" ->
          feats.lessons.stream()
              .filter(lesson -> lesson.score() >= condition.score())
              .filter(
                  lesson ->
                      lesson.time() < condition.percentOfTime() / 100.0 * TestFeats.expectedTime())
              .count();
      case "careers" -> feats.lessons.stream().map(Done::career).distinct().count();
      case "skills" ->
          feats.skills.stream()
              .filter(s -> condition.subject() == null || s.subject().equals(condition.subject()))
              .count();
      case "skills-in-each-subject" -> least();
      case "skills-in-days" -> most(Duration.ofDays(condition.days()));
      case "events" -> feats.deeds.getOrDefault(condition.event(), 0);
      case "streak-days" -> feats.best;
      case "level" -> feats.xp;
      default -> throw new IllegalArgumentException(condition.count());
    };
  }

  private long least() {
    Map<String, Integer> each = new TreeMap<>();
    SUBJECTS.forEach(subject -> each.put(subject, 0));
    feats.skills.forEach(skill -> each.merge(skill.subject(), 1, Integer::sum));
    return each.values().stream().mapToInt(n -> n).min().orElseThrow();
  }

  private long most(Duration within) {
    long most = 0;
    for (Learned last : feats.skills) {
      most =
          Math.max(
              most,
              feats.skills.stream()
                  .filter(s -> !s.at().isAfter(last.at()))
                  .filter(s -> s.at().isAfter(last.at().minus(within)))
                  .count());
    }
    return most;
  }

  @Test
  void theFirstLessonUnlocksItsAchievementPaysAsWrittenAndTellsSo() {
    feats.lessons(1);
    List<Consequence> told = feats.completes("lesson-1", true);
    assertEquals(
        List.of("ACHIEVEMENT_UNLOCKED first-steps null", "XP_EARNED achievement/first-steps 25"),
        lines(told));
    assertEquals(List.of("achievement/first-steps 25 ACHIEVEMENT lesson-1"), feats.ledger());
    assertEquals("shared-1", feats.unlocked().get(0).ruleVersion());
    assertEquals(1, feats.onBoard());
  }

  @Test
  void oneIsUnlockedOnceAndStaysSo() {
    feats.lessons(1);
    feats.completes("lesson-1", true);
    assertEquals(List.of(), feats.completes("lesson-2", true));
    assertEquals(1, feats.ledger().size());
    for (SqlText text :
        List.of(
            SqlText.of("delete from achievement_unlocked where tenant_id = :tenant"),
            SqlText.of("update achievement_unlocked set xp = 1 where tenant_id = :tenant"))) {
      assertThrows(RuntimeException.class, () -> feats.inTenant(sql -> sql.with(text).update()));
    }
  }

  @Test
  void aLessonThatTheServerCouldNotScoreIsNotEvenLookedAt() {
    feats.lessons(1);
    assertEquals(List.of(), feats.completes("lesson-1", false));
    assertEquals(0, feats.statements());
  }

  @Test
  void looksAtAllConditionsInOneRead() {
    feats.lesson(new Done("chef", 80, false, 100, false), false, true);
    feats.completes("lesson-1", true);
    // Two more for rules that are read afresh here.
    assertEquals(3, feats.statements());
  }

  @Test
  void severalAtOnceAreOneMoreWriteAndOneSettlement() {
    // All of it within one level, so that no other is reached.
    feats.lifetime(310);
    feats.lessons(1);
    feats.completes("lesson-1", true);
    long one = feats.statements();
    feats = new TestFeats();
    feats.lifetime(310);
    for (int i = 0; i < 10; i++) {
      feats.lesson(new Done("career-" + i, 95, true, 10, true), true, true);
    }
    feats.completes("lesson-10", true);
    assertEquals(4, feats.unlocked().size());
    assertEquals(25 + 30 + 60 + 75, sum());
    assertEquals(4, feats.onBoard());
    assertEquals(one, feats.statements());
  }

  @Test
  void helpingIsCountedWhereAProductSaysSo() {
    assertEquals(List.of(), feats.events(Trust.CLIENT, "claim", 3, HELPED));
    assertEquals(
        List.of("ACHIEVEMENT_UNLOCKED helpful null", "XP_EARNED achievement/helpful 20"),
        lines(feats.events(Trust.SYSTEM, "first", 1, HELPED)));
    assertEquals(List.of(), feats.events(Trust.SYSTEM, "more", 8, HELPED));
    assertEquals(
        List.of("ACHIEVEMENT_UNLOCKED mentor null", "XP_EARNED achievement/mentor 175"),
        lines(feats.events(Trust.SYSTEM, "tenth", 1, HELPED)));
  }

  @Test
  void otherEventsAreNotCounted() {
    assertEquals(List.of(), feats.events(Trust.SYSTEM, "page", 5, "page.read"));
    assertEquals(0, feats.counts().stream().mapToLong(Count::count).sum());
  }

  @Test
  void aStreakUnlocksWhenItPassesItsMark() {
    feats.streak(7);
    assertEquals(List.of(), feats.settles("e", 10, 10, new StreakStood(6, TestFeats.NOW, 6, 5)));
    assertEquals(0, unlockedKeys().size());
    feats.settles("e7", 10, 10, new StreakStood(7, TestFeats.NOW, 7, 6));
    assertEquals(List.of("week-streak"), unlockedKeys());
  }

  @Test
  void aLevelUnlocksWhenItIsReached() {
    feats.lifetime(10_000_000);
    assertEquals(List.of(), feats.settles("e", 10_000_000, 10_000_000, null));
    assertEquals(0, unlockedKeys().size());
    feats.settles("up", 100, 10_000_000, null);
    assertEquals(List.of("grandmaster"), unlockedKeys());
  }

  @Test
  void aRewardThatLiftsToTheNextLevelUnlocksInTurn() {
    long justBelow = TestLevels.firstOfLevel(100) - 10;
    feats.lifetime(justBelow);
    feats.lessons(1);
    feats.completes("lesson-1", true);
    assertEquals(List.of("first-steps", "grandmaster"), unlockedKeys());
    assertTrue(feats.ledger().contains("achievement/grandmaster 500 ACHIEVEMENT lesson-1"));
    assertEquals(2, feats.onBoard());
  }

  private int sum() {
    return feats.ledger().stream()
        .mapToInt(line -> Integer.parseInt(line.replaceAll("^\\S+ (-?\\d+) .*", "$1")))
        .sum();
  }

  private List<String> unlockedKeys() {
    List<String> keys = new ArrayList<>();
    feats.unlocked().forEach(unlock -> keys.add(unlock.key()));
    return keys.stream().sorted().toList();
  }

  private static List<String> lines(List<Consequence> told) {
    return told.stream().map(c -> c.kind() + " " + c.key() + " " + c.xp()).sorted().toList();
  }
}
