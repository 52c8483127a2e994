package org.cairn.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.caller.Tenants;
import org.cairn.content.ContentAlignment;
import org.cairn.events.Consequences;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Payment;
import org.cairn.gamification.GamificationProblem;
import org.cairn.gamification.TestLevels;
import org.cairn.gamification.XpCategory;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.hint.HintAllowances.Summary;
import org.cairn.journey.JourneyProblem;
import org.cairn.journey.Journeys;
import org.cairn.journey.LessonView;
import org.cairn.journey.Lessons;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints on the real database: what they cost, once and at once. */
class HintStoreIT {

  private static final Path CONFIG = Path.of(System.getProperty("cairn.config", "../config"));
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> LEVELS = HintRules.LEVELS;

  private static final SqlText GRADE =
      SqlText.of("update roster_user set grade = :grade where tenant_id = :tenant and id = :id");
  private static final SqlText LEDGER =
      SqlText.of(
          """
          select type || ' ' || category || ' ' || amount || ' ' || balance_after as line
          from xp_transaction where tenant_id = :tenant and learner_id = :learner
            and type = 'SPENT' order by number
          """);
  private static final SqlText BOOKS =
      SqlText.of(
          """
          select p.balance || ' ' || p.lifetime_xp || ' ' || (
            select sum(x.amount) from xp_transaction x
            where x.tenant_id = :tenant and x.learner_id = :learner) as line
          from game_profile p where p.tenant_id = :tenant and p.learner_id = :learner
          """);
  private static final SqlText HINTS_USED =
      SqlText.of(
          """
          select hints_used from container_session
          where tenant_id = :tenant and learner_id = :learner
          """);

  private Instant now = NOON;
  private String tenant;
  private UUID learner;
  private LessonView lesson;

  @BeforeAll
  static void definitions() {
    TestLevels.align();
    TestDatabase.inTenant(
        Tenants.SHARED,
        sql ->
            Wired.of(ContentAlignment.class, sql, Clock.fixed(NOON, ZoneOffset.UTC)).align(CONFIG));
  }

  @BeforeEach
  void aLearnerInALesson() {
    tenant = TestDatabase.newTenant();
    learner = TestPeople.learner(tenant);
    begin();
  }

  private void begin() {
    Journeys.Start start = new Journeys.Start(UUID.randomUUID(), "04", "chef", "spark", null);
    UUID journey = own(Journeys.class, journeys -> journeys.start(start, null)).journeyId();
    lesson =
        own(Lessons.class, l -> l.start(journey, "LEARN", "Math", "math-multiply-divide", null));
  }

  @Test
  void freeOnesComeFirstAndTheNextIsPaid() {
    earn(50);
    for (int i = 0; i < 10; i++) {
      HintView hint = ask(question(i / 4), LEVELS.get(1 + i % 4));
      assertTrue(hint.free());
      assertEquals(0, hint.paid());
    }
    assertEquals(new Summary(10, 0), summary());
    HintView paid = ask(question(4), "clear");
    assertEquals(10, paid.paid());
    assertFalse(paid.free());
    assertEquals(List.of("SPENT HINT -10 40"), lines(LEDGER));
    assertEquals(List.of("40 50 40"), lines(BOOKS));
    assertEquals(11, hintsUsed());
  }

  @Test
  void anEncouragementCostsNothingAndTakesNoFreeOne() {
    HintView hint = ask(question(0), "encouragement");
    assertFalse(hint.free());
    assertEquals(0, hint.paid());
    assertEquals(new Summary(1, 10), summary());
  }

  @Test
  void theSameIdIsTheSameHintAndAnotherWishAConflict() {
    spendFreeOnes();
    earn(50);
    UUID id = UUID.randomUUID();
    HintView first = ask(id, question(4), "answer");
    assertEquals(first, ask(id, question(4), "answer"));
    assertEquals(List.of("SPENT HINT -20 30"), lines(LEDGER));
    ProblemException conflict =
        assertThrows(ProblemException.class, () -> ask(id, question(4), "clear"));
    assertEquals(HintProblem.HINT_CONFLICT, conflict.problem());
  }

  @Test
  void aHintThatOneHasIsGivenAgainForNothing() {
    spendFreeOnes();
    earn(50);
    HintView first = ask(question(4), "answer");
    assertEquals(first, ask(question(4), "answer"));
    assertEquals(1, lines(LEDGER).size());
  }

  @Test
  void withoutEnoughXpNothingIsSpentAndNothingGiven() {
    spendFreeOnes();
    earn(9);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> ask(question(4), "clear"));
    assertEquals(GamificationProblem.INSUFFICIENT_XP, refused.problem());
    assertEquals(List.of("9 9 9"), lines(BOOKS));
    assertEquals(new Summary(10, 0), summary());
    assertEquals(10, hintsUsed());
    assertEquals(5, ask(question(4), "subtle").paid());
  }

  @Test
  void twoAtOnceWithXpForOneAreOneHint() throws Exception {
    spendFreeOnes();
    earn(10);
    CountDownLatch ready = new CountDownLatch(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Boolean>> buys = new ArrayList<>();
    for (String question : List.of(question(3), question(4))) {
      buys.add(
          pool.submit(
              () -> {
                ready.countDown();
                ready.await();
                try {
                  ask(question, "clear");
                  return true;
                } catch (ProblemException refused) {
                  assertEquals(GamificationProblem.INSUFFICIENT_XP, refused.problem());
                  return false;
                }
              }));
    }
    int given = 0;
    for (Future<Boolean> buy : buys) {
      given += buy.get() ? 1 : 0;
    }
    pool.shutdown();
    assertEquals(1, given);
    assertEquals(List.of("0 10 0"), lines(BOOKS));
    assertEquals(List.of("SPENT HINT -10 0"), lines(LEDGER));
  }

  @Test
  void afterTwoWrongTriesClearIsRecommendedForAFifthLess() {
    spendFreeOnes();
    earn(50);
    wrong(question(4));
    assertNull(allowance(question(4)).recommended());
    wrong(question(4));
    assertEquals("clear", allowance(question(4)).recommended());
    HintView hint = ask(question(4), "clear");
    assertTrue(hint.recommended());
    assertEquals(8, hint.paid());
    wrong(question(4));
    assertEquals("example", allowance(question(4)).recommended());
  }

  @Test
  void freeOnesComeBackAtTheSchoolsMidnight() {
    spendFreeOnes();
    assertEquals(new Summary(10, 0), summary());
    now = Instant.parse("2026-03-02T23:59:59Z");
    assertEquals(new Summary(10, 0), summary());
    now = Instant.parse("2026-03-03T00:00:00Z");
    assertEquals(new Summary(0, 10), summary());
  }

  @Test
  void upToSecondGradeNobodyPaysOrSeesAPrice() {
    TestDatabase.inTenant(
        tenant, sql -> sql.with(GRADE).set("grade", "02").set("id", learner).update());
    HintView hint = ask(question(0), "answer");
    assertTrue(hint.free());
    assertNull(hint.paid());
    HintAllowanceView allowance = allowance(question(0));
    assertEquals(998, allowance.freeLeft());
    allowance.levels().forEach(level -> assertNull(level.price()));
  }

  @Test
  void nothingIsGivenForWhatIsNotAskedOrIsComplete() {
    assertEquals(JourneyProblem.QUESTION_NOT_ASKED, refused(lesson.sessionId(), "no-such"));
    assertEquals(JourneyProblem.SESSION_NOT_FOUND, refused(UUID.randomUUID(), question(0)));
    lesson.questions().forEach(question -> wrong(question.questionId()));
    own(Lessons.class, lessons -> lessons.complete(lesson.sessionId(), null));
    assertEquals(JourneyProblem.SESSION_COMPLETE, refused(lesson.sessionId(), question(0)));
    assertEquals(new Summary(0, 10), summary());
  }

  @Test
  void theTextIsTheContents() {
    assertTrue(ask(question(0), "answer").text().startsWith("It is "));
    assertTrue(ask(question(0), "subtle").text().contains("equal groups"));
    assertTrue(
        lesson.questions().stream().noneMatch(question -> question.toString().contains("It is ")));
  }

  private Object refused(UUID session, String question) {
    return assertThrows(
            ProblemException.class,
            () ->
                own(
                    Hints.class,
                    h -> h.ask(new Hints.Wish(UUID.randomUUID(), session, question, "clear"))))
        .problem();
  }

  private void spendFreeOnes() {
    for (int i = 0; i < 10; i++) {
      ask(question(i / 4), LEVELS.get(1 + i % 4));
    }
  }

  private String question(int number) {
    return lesson.questions().get(number).questionId();
  }

  private HintView ask(String question, String level) {
    return ask(UUID.randomUUID(), question, level);
  }

  private HintView ask(UUID id, String question, String level) {
    return own(Hints.class, h -> h.ask(new Hints.Wish(id, lesson.sessionId(), question, level)));
  }

  private HintAllowanceView allowance(String question) {
    return own(HintAllowances.class, a -> a.of("me", lesson.sessionId().toString(), question));
  }

  private Summary summary() {
    return own(HintAllowances.class, a -> a.summary("me"));
  }

  private void wrong(String question) {
    Lessons.Answer answer =
        new Lessons.Answer(
            UUID.randomUUID().toString(),
            question,
            "practice",
            List.of("wrong"),
            null,
            10,
            0,
            null);
    own(Lessons.class, lessons -> lessons.answer(lesson.sessionId(), answer, null));
  }

  private void earn(int xp) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          Wired.of(GameBook.class, sql, clock())
              .pay(
                  Permissions.acting(learner),
                  List.of(new Payment("test/" + xp, XpCategory.BONUS, "TEST", xp)),
                  new Trigger("test", now, new Consequences()));
          return null;
        });
  }

  private List<String> lines(SqlText text) {
    return TestDatabase.inTenant(
        tenant, sql -> sql.with(text).set("learner", learner).list(row -> row.getString("line")));
  }

  private int hintsUsed() {
    return TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(HINTS_USED).set("learner", learner).first(row -> row.getInt(1)).orElseThrow());
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private <B, T> T own(Class<B> boundary, Function<B, T> work) {
    Caller self = new Caller(tenant, "self", Set.of(Roles.LEARNER), learner.toString(), null);
    return TestDatabase.as(self, sql -> work.apply(Wired.of(boundary, sql, clock())));
  }
}
