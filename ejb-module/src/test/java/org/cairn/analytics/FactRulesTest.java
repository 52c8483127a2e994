package org.cairn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.cairn.analytics.Fact.Sums;
import org.cairn.analytics.FactRules.Judged;
import org.cairn.analytics.Logged.Journey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRulesTest {

  private static final UUID LEARNER = new UUID(1, 2);
  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
  private static final Journey JOURNEY =
      new Journey(Instant.parse("2026-02-28T23:00:00Z"), "04", "chef", "spark");

  @Test
  void aStartedJourneyCountsForItsCareerCompanionAndMonth() {
    Fact fact = fact(FactRules.STARTED, "journey/j/started", null, null, 0);
    assertEquals(Sums.STARTED, fact.sums());
    assertEquals(LocalDate.parse("2026-03-01"), fact.month());
    assertEquals(LocalDate.parse("2026-02-01"), fact.place().cohort());
    assertEquals("chef", fact.place().career());
    assertEquals("spark", fact.place().companion());
  }

  @Test
  void aCompletedJourneyCountsItsScoreInHundredthsAndItsDuration() {
    Fact fact = fact(FactRules.COMPLETED, "journey/j/completed", "96.67", null, 0);
    assertEquals(Sums.completed(9_667, 3_600), fact.sums());
  }

  @ParameterizedTest
  @CsvSource({"70,4,1,1", "69,4,0,1", "100,3,1,0", "0,1,0,0"})
  void aLessonIsMasteredFromSeventyAndTheFourthEndsItsContainer(
      String score, int done, int mastered, int ended) {
    Sums sums = fact(FactRules.LESSON, "session/s/completed", score, null, done).sums();
    assertEquals(1, sums.lessons());
    assertEquals(Long.parseLong(score), sums.lessonScore());
    assertEquals(mastered, sums.mastered());
    assertEquals(ended, sums.containers());
  }

  @Test
  void aLessonWithoutAScoredAnswerWeighsInNoMeanAndStillEndsItsContainer() {
    Logged event =
        logged(FactRules.LESSON, "session/s/completed", true, "0", "1", null, 4, JOURNEY, false);
    assertEquals(Sums.unscored(true), sums(event));
    assertEquals(0, sums(event).lessons());
    assertEquals(1, sums(event).containers());
  }

  @ParameterizedTest
  @CsvSource({"1,true,1,1", "1,false,1,0", "2,true,0,0"})
  void onlyFirstTriesSayHowManyAreRightAtOnce(
      String number, boolean right, int firstTries, int firstRight) {
    Logged answer = logged(FactRules.ANSWER, "any", true, null, number, right + "", 0, JOURNEY);
    Sums sums = sums(answer);
    assertEquals(1, sums.attempted());
    assertEquals(12, sums.seconds());
    assertEquals(firstTries, sums.firstTries());
    assertEquals(firstRight, sums.firstRight());
  }

  @ParameterizedTest
  @CsvSource({
    "journey.started,mine",
    "journey.started,journey/other/started",
    "journey.completed,journey/j/started",
    "session.completed,session/other/completed",
    "question.answered,any",
    "page.read,any"
  })
  void whatOthersSayUnderCairnsNamesAddsNothing(String name, String eventId) {
    Judged judged =
        FactRules.judge(LEARNER, 1, logged(name, eventId, false, "90", "1", "true", 4, JOURNEY));
    assertNull(judged.fact());
    assertNull(judged.fault());
  }

  @ParameterizedTest
  @CsvSource({
    "session.completed,session/s/completed,101",
    "session.completed,session/s/completed,-1",
    "session.completed,session/s/completed,1e3",
    "session.completed,session/s/completed,",
    "journey.completed,journey/j/completed,many"
  })
  void whatCannotBeReadIsAFault(String name, String eventId, @Nullable String score) {
    Logged event = logged(name, eventId, true, score, "1", "true", 4, JOURNEY);
    Judged judged = FactRules.judge(LEARNER, 1, event);
    assertEquals("PAYLOAD_UNREADABLE", judged.fault());
    assertNull(judged.fact());
  }

  @Test
  void anEventOfAnUnknownJourneyIsAFault() {
    Logged event = logged(FactRules.ANSWER, "any", true, null, "1", "true", 0, null);
    assertEquals("JOURNEY_UNKNOWN", FactRules.judge(LEARNER, 1, event).fault());
  }

  private static Fact fact(
      String name, String eventId, @Nullable String score, @Nullable String correct, int done) {
    Logged event = logged(name, eventId, true, score, "1", correct, done, JOURNEY);
    return Objects.requireNonNull(FactRules.judge(LEARNER, 7, event).fact());
  }

  private static Sums sums(Logged event) {
    return Objects.requireNonNull(FactRules.judge(LEARNER, 7, event).fact()).sums();
  }

  private static Logged logged(
      String name,
      String eventId,
      boolean byServer,
      @Nullable String score,
      @Nullable String number,
      @Nullable String correct,
      int done,
      @Nullable Journey journey) {
    return logged(name, eventId, byServer, score, number, correct, done, journey, true);
  }

  private static Logged logged(
      String name,
      String eventId,
      boolean byServer,
      @Nullable String score,
      @Nullable String number,
      @Nullable String correct,
      int done,
      @Nullable Journey journey,
      boolean isScored) {
    return new Logged(
        eventId, name, byServer, AT, "j", "s", "LEARN", "Math", "skill", "12", correct, number,
        score, isScored, journey, done, null);
  }
}
