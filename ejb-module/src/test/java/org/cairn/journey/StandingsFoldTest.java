package org.cairn.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.content.QuestionRef;
import org.cairn.journey.Lesson.Completion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsFoldTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final UUID SESSION = new UUID(0, 1);
  private static final UUID JOURNEY = new UUID(0, 2);

  @ParameterizedTest
  @CsvSource({"0,0,0", "0,5,0", "1,3,33", "2,3,67", "1,8,13", "5,5,100", "1,200,1", "1,201,0"})
  void theScoreIsRoundedHalfUp(int correct, int attempted, int score) {
    assertEquals(score, LessonFold.score(correct, attempted));
  }

  @Test
  void aQuestionStandsByTheFirstRightTryInTheOrderOfEffect() {
    List<Attempt> arrived =
        List.of(attempt("c", 0, true, 3), attempt("a", 0, false, 1), attempt("b", 0, false, 2));
    QuestionStanding standing = QuestionFold.standing(arrived).orElseThrow();
    assertEquals(3, standing.correctAtTry());
    assertEquals("c", standing.eventId());
  }

  @Test
  void aLateRightAnswerMakesTheFirstTryRight() {
    Attempt wrong = attempt("a", 0, false, 5);
    Attempt late = attempt("z", 0, true, 1);
    assertEquals(
        Optional.empty(),
        QuestionFold.standing(List.of(wrong)).map(QuestionStanding::correctAtTry));
    assertEquals(1, QuestionFold.standing(List.of(wrong, late)).orElseThrow().correctAtTry());
    assertEquals(1, QuestionFold.tryOf(late, List.of(wrong)));
    assertEquals(2, QuestionFold.tryOf(wrong, List.of(late)));
  }

  @Test
  void whatTheServerCannotScoreNeitherPaysNorPerfects() {
    Attempt open = unverified("a", 0);
    assertTrue(QuestionFold.standing(List.of(open)).isEmpty());
    List<Attempt> all = new ArrayList<>(List.of(open));
    IntStream.range(1, 5).forEach(q -> all.add(attempt("q" + q, q, true, q)));
    LessonState state = LessonFold.fold(lesson(null), all);
    assertEquals(5, state.answered());
    assertEquals(4, state.attempted());
    assertEquals(100, state.score());
    assertFalse(state.perfect());
    assertFalse(state.verified());
  }

  @Test
  void allRightAtTheFirstTryIsPerfectAndAtTheSecondOnlyRight() {
    List<Attempt> all = new ArrayList<>();
    IntStream.range(0, 5).forEach(q -> all.add(attempt("q" + q, q, true, q)));
    assertTrue(LessonFold.fold(lesson(null), all).perfect());
    all.set(0, attempt("q0", 0, false, 0));
    assertEquals(80, LessonFold.fold(lesson(null), all).score());
    all.add(attempt("again", 0, true, 9));
    LessonState state = LessonFold.fold(lesson(null), all);
    assertEquals(100, state.score());
    assertFalse(state.perfect());
    assertEquals(6, state.attempts());
  }

  @Test
  void aSkillIsMasteredByTheFirstVerifiedLessonOfSeventy() {
    LessonStanding low = standing("low", 69, true, 1);
    LessonStanding unverified = standing("claim", 100, false, 2);
    LessonStanding enough = standing("enough", 70, true, 4);
    LessonStanding later = standing("later", 100, true, 5);
    assertFalse(SkillFold.standing(List.of(low, unverified)).orElseThrow().mastered());
    SkillStanding skill = SkillFold.standing(List.of(later, low, enough)).orElseThrow();
    assertTrue(skill.mastered());
    assertEquals("enough", skill.eventId());
    assertTrue(SkillFold.standing(List.of()).isEmpty());
  }

  /** Each value is one attempt: question, right or wrong, verified or not, minute of effect. */
  @Property(tries = 10_000)
  void neitherOrderNorRepetitionOfWhatArrivesMatters(
      @ForAll @Size(max = 12) List<@IntRange(max = 5 * 2 * 4 * 8 - 1) Integer> drawn,
      @ForAll long seed) {
    List<Attempt> all = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      int bits = drawn.get(i);
      int question = bits % 5;
      boolean right = bits / 5 % 2 == 1;
      int minute = bits / 40;
      all.add(
          bits / 10 % 4 == 3
              ? unverified("e" + i, question)
              : attempt("e" + i, question, right, minute));
    }
    List<Attempt> arriving = new ArrayList<>(all);
    arriving.addAll(all.subList(0, all.size() / 2));
    Collections.shuffle(arriving, new Random(seed));
    assertEquals(told(all), told(arriving));
  }

  /** What whoever pays knows at the end, told piece by piece as the answers arrive. */
  private static Map<String, Object> told(List<Attempt> arriving) {
    Lesson lesson = lesson(new Completion("done", START.plusSeconds(86_400), "04"));
    Map<String, Object> told = new HashMap<>();
    List<Attempt> known = new ArrayList<>();
    for (Attempt attempt : arriving) {
      if (known.contains(attempt)) {
        continue;
      }
      Optional<LessonStanding> was = LessonFold.standing(lesson, known);
      List<Attempt> before = of(attempt.questionId(), known);
      known.add(attempt);
      Optional<LessonStanding> is = LessonFold.standing(lesson, known);
      if (!was.equals(is)) {
        told.put("lesson", is.orElseThrow());
        SkillFold.standing(is.stream().toList()).ifPresent(skill -> told.put("skill", skill));
      }
      Optional<QuestionStanding> question = QuestionFold.standing(of(attempt.questionId(), known));
      if (!QuestionFold.standing(before).equals(question)) {
        told.put(attempt.questionId(), question.orElseThrow());
      }
    }
    told.put("numbers", LessonFold.fold(lesson, known));
    return told;
  }

  private static List<Attempt> of(String question, List<Attempt> attempts) {
    return attempts.stream().filter(a -> a.questionId().equals(question)).toList();
  }

  private static Lesson lesson(@org.jspecify.annotations.Nullable Completion completion) {
    return new Lesson(
        SESSION,
        JOURNEY,
        2026,
        Container.LEARN,
        "Math",
        "add",
        "chef",
        IntStream.range(0, 5).mapToObj(i -> new QuestionRef("q" + i, 1, true)).toList(),
        100,
        START,
        0,
        completion);
  }

  private static LessonStanding standing(String event, int score, boolean verified, int minute) {
    return new LessonStanding(
        new UUID(1, minute),
        JOURNEY,
        Container.LEARN,
        "Math",
        "add",
        "chef",
        true,
        score,
        false,
        verified,
        60,
        100,
        "04",
        event,
        START.plusSeconds(minute * 60L));
  }

  private static Attempt attempt(String event, int question, boolean correct, int minute) {
    return attempt(event, question, true, correct, minute);
  }

  private static Attempt unverified(String event, int question) {
    return attempt(event, question, false, false, 0);
  }

  private static Attempt attempt(
      String event, int question, boolean verified, boolean correct, int minute) {
    return new Attempt(
        event,
        JOURNEY,
        SESSION,
        "q" + question,
        2026,
        "Math",
        "add",
        "practice",
        List.of("1"),
        verified,
        correct,
        1,
        "04",
        LocalDate.of(2026, 3, 2),
        null,
        10,
        0,
        START.plusSeconds(minute * 60L));
  }
}
