package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cairn.access.Trust;
import org.cairn.caller.SqlText;
import org.cairn.definitions.AlignmentView;
import org.cairn.events.Consequence;
import org.cairn.onboarding.Reward;
import org.cairn.streak.Streak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streak, earnings and ledger on the real database, moved by the reactions themselves. */
class GameStoreIT {

  private TestGame game;

  @BeforeAll
  static void rules() {
    TestGame.align();
  }

  @BeforeEach
  void aLearner() {
    game = TestGame.ofSchool("America/Chicago");
  }

  @Test
  void theFirstVerifiedActivityOfASchoolDayPaysFiveAndKeepsTheStreak() {
    game.event("e1", "2026-03-06T08:00:00-06:00", Trust.SYSTEM);
    game.event("e2", "2026-03-06T09:00:00-06:00", Trust.SYSTEM);
    game.event("e3", "2026-03-07T09:00:00-06:00", Trust.SYSTEM);
    game.event("e4", "2026-03-09T08:00:00-05:00", Trust.SERVER);
    assertEquals(List.of("day/2026-03-06/login 5 e1", "day/2026-03-09/login 5 e4"), game.ledger());
    assertEquals(2, game.streak("2026-03-09").length());
  }

  @Test
  void whatADeviceClaimsKeepsNoStreak() {
    game.event("e1", "2026-03-06T08:00:00-06:00", Trust.CLIENT);
    assertEquals(List.of(), game.ledger());
    assertEquals(0, game.statements());
  }

  @Test
  void aDayThatIsKnownCostsNothingMore() {
    game.event("e1", "2026-03-06T08:00:00-06:00", Trust.SYSTEM);
    long first = game.statements();
    game.event("e2", "2026-03-06T00:00:00-06:00", Trust.SYSTEM);
    game.event("e3", "2026-03-06T23:59:59-06:00", Trust.SERVER);
    assertEquals(first, game.statements());
    // One to read, one to write, one to note the day; two more for rules that are read afresh here.
    assertEquals(5, first);
  }

  @Test
  void aLateEventRepairsAStreakAndTheLedgerShowsTheCorrections() {
    for (String day : List.of("02", "03", "09", "10", "11", "12", "13")) {
      game.event("e" + day, "2026-03-" + day + "T08:00:00-06:00", Trust.SERVER);
      game.answer("q" + day, 1, "e" + day, "2026-03-" + day + "T08:00:00-06:00");
    }
    assertEquals(7 * 16 + 7 * 5, game.profile().lifetimeXp());
    assertEquals(5, game.streak("2026-03-13").length());
    List<Consequence> told = game.event("late", "2026-03-04T08:00:00-06:00", Trust.SYSTEM);
    assertEquals(8, game.streak("2026-03-13").length());
    assertEquals(
        List.of(
            "day/2026-03-04/login 5",
            "question/2026/q11 3",
            "question/2026/q12 3",
            "question/2026/q13 3"),
        told.stream().map(c -> c.key() + " " + c.xp()).sorted().toList());
    assertEquals(7 * 16 + 8 * 5 + 9, game.profile().lifetimeXp());
    assertEquals(told, game.recalled("late"));
  }

  @Test
  void aHolidayBreakOfTheSchoolAndOfItsDistrictBreaksNothing() {
    game.closeSchool("2026-03-09", "2026-03-10", "2026-03-11");
    game.closeDistrict("2026-03-12");
    game.event("e1", "2026-03-06T08:00:00-06:00", Trust.SYSTEM);
    game.event("e2", "2026-03-13T08:00:00-05:00", Trust.SYSTEM);
    assertEquals(new Streak(LocalDate.parse("2026-03-13"), 2, 2, 2), game.streak("2026-03-13"));
  }

  @Test
  void aDayStaysJudgedByTheCalendarThatHeldWhenItWasRecorded() {
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SYSTEM);
    game.event("e2", "2026-03-06T08:00:00-06:00", Trust.SYSTEM);
    assertEquals(1, game.streak("2026-03-06").length());
    game.closeSchool("2026-03-03", "2026-03-04", "2026-03-05");
    game.event("e3", "2026-03-09T08:00:00-05:00", Trust.SYSTEM);
    assertEquals(2, game.streak("2026-03-09").length());
  }

  @Test
  void aMoveToASchoolInAnotherZoneKeepsTheStreak() {
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SYSTEM);
    game.moveTo("Pacific/Honolulu");
    game.event("e2", "2026-03-03T23:30:00-10:00", Trust.SYSTEM);
    game.event("e3", "2026-03-04T08:00:00-10:00", Trust.SYSTEM);
    assertEquals(3, game.streak("2026-03-04").length());
  }

  @Test
  void standingsPayOnceAndTheDifferenceWhenTheyImprove() {
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    game.answers(1000, "q", 2, "e1", "2026-03-02T08:00:00-06:00");
    game.answer("q", 1, "e0", "2026-03-02T07:00:00-06:00");
    assertEquals(
        List.of("day/2026-03-02/login 5 e1", "question/2026/q 8 e1", "question/2026/q 8 e0"),
        game.ledger());
  }

  @Test
  void lessonsScoresAndSkillsPayWhereTheServerScoredThem() {
    game.lesson(true, true, true);
    game.skill("fractions", true);
    assertEquals(33 + 82 + 123, game.profile().lifetimeXp());
    game.lesson(true, true, false);
    assertEquals(33 + 82 + 123, game.profile().lifetimeXp());
    game.skill("fractions", false);
    assertEquals(33 + 82, game.profile().lifetimeXp());
  }

  @Test
  void rewardsOfTracksArePaidAsWrittenInEveryGradeAndStreak() {
    Reward reward =
        new Reward(
            "track/first-steps/completion",
            Reward.Kind.COMPLETION,
            160,
            "e1",
            TestGame.time("2026-03-02T08:00:00-06:00"),
            false);
    game.reward(reward);
    game.reward(reward);
    assertEquals(List.of("track/first-steps/completion 160 e1"), game.ledger());
  }

  @Test
  void anyOrderEndsInTheSameBooks() {
    List<Integer> days = new ArrayList<>(List.of(2, 3, 4, 5, 6, 9, 10, 11, 17));
    Set<Object> outcomes = new java.util.HashSet<>();
    for (int round = 0; round < 4; round++) {
      aLearner();
      Collections.shuffle(days, new Random(round));
      for (int day : days) {
        String time = "2026-03-%02dT12:00:00-06:00".formatted(day);
        game.event("e" + day, time, Trust.SERVER);
        game.answer("q" + day, 1, "e" + day, time);
      }
      ProfileView profile = game.profile();
      outcomes.add(
          List.of(
              String.valueOf(profile.lifetimeXp()),
              String.valueOf(profile.balance()),
              game.streak("2026-03-17"),
              game.sums()));
    }
    assertEquals(1, outcomes.size(), outcomes::toString);
  }

  @Test
  void theProfileTellsTheSchoolsToday() {
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    game.answer("q", 1, "e1", "2026-03-02T08:00:00-06:00");
    game.nowIs("2026-03-02T23:00:00-06:00");
    ProfileView evening = game.profile();
    assertEquals(21, evening.dailyXp());
    assertEquals(1, evening.streak().current());
    assertEquals("Bronze", evening.tier());
    game.nowIs("2026-03-03T00:00:00-06:00");
    assertEquals(0, game.profile().dailyXp());
    game.nowIs("2026-03-05T12:00:00-06:00");
    assertEquals(1, game.profile().streak().current());
    assertEquals(0, game.profile().streak().freezes());
    game.nowIs("2026-03-06T12:00:00-06:00");
    assertEquals(0, game.profile().streak().current());
    assertEquals(1, game.profile().streak().best());
  }

  @Test
  void aLearnerInFirstGradeEarnsDoubleAndIsNotShownIt() {
    game.gradeIs("01");
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    assertTrue(game.answersOwn("q", "e2", "2026-03-02T09:00:00-06:00").isEmpty());
    assertEquals(27, game.profile().lifetimeXp());
    assertEquals(null, game.ownProfile().lifetimeXp());
    assertEquals(null, game.ownProfile().dailyXp());
    assertEquals(1, game.ownProfile().level());
    assertEquals(List.of(), game.ownLedger());
  }

  @Test
  void aTenantsDailyCapGoesToWhatTookEffectFirst() {
    game.capsADay(20);
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    game.answer("late", 1, "e1", "2026-03-02T10:00:00-06:00");
    game.answer("early", 1, "e1", "2026-03-02T09:00:00-06:00");
    assertEquals("{day/2026-03-02/login=5, question/2026/early=15}", game.sums().toString());
    assertEquals(20, game.profile().lifetimeXp());
  }

  @Test
  void aVersionJudgesWhatTakesEffectFromItsStartOn() {
    game.ownRules(
        spec -> ((ObjectNode) spec.get("xp")).putArray("correct").add(100),
        TestGame.time("2026-03-03T00:00:00Z"));
    game.event("e2", "2026-03-03T08:00:00-06:00", Trust.SERVER);
    game.answer("after", 1, "e2", "2026-03-03T08:00:00-06:00");
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    game.answer("late", 1, "e1", "2026-03-02T08:00:00-06:00");
    assertEquals(
        List.of("165 district-1", "16 shared-1"),
        game.rows().stream()
            .filter(row -> row.reason().equals("ANSWER_CORRECT"))
            .map(row -> row.amount() + " " + row.ruleVersion())
            .toList());
  }

  @Test
  void everyRowSaysWhyAlsoAfterItWasCorrected() {
    for (String day : List.of("02", "03", "09", "10", "11")) {
      game.event("e" + day, "2026-03-" + day + "T08:00:00-06:00", Trust.SERVER);
    }
    game.answer("q", 1, "e11", "2026-03-11T08:00:00-06:00");
    game.event("late", "2026-03-04T08:00:00-06:00", Trust.SYSTEM);
    List<XpTransactionView> rows =
        game.rows().stream().filter(row -> row.source().equals("question/2026/q")).toList();
    WhyView first = game.why(rows.get(0));
    assertEquals("floor(10 × 1.5 × (1 + 0.1 + 0)) = 16", arithmetic(first));
    assertEquals("A question was answered right at try 1", first.condition());
    WhyView second = game.why(rows.get(1));
    assertEquals("floor(10 × 1.5 × (1 + 0.1 + 0.2)) = 19", arithmetic(second));
    assertEquals("late", second.transaction().eventId());
    assertEquals("STREAK_CHANGED", second.transaction().reason());
    assertEquals(16, second.paidBefore());
    assertEquals(19, second.owed());
    assertEquals(rows, second.corrections());
    WhyView.Cause cause = second.event();
    assertEquals("page.read", cause == null ? "" : cause.name());
  }

  private static String arithmetic(WhyView why) {
    WhyView.Rule rule = why.rule();
    return rule == null ? "" : rule.arithmetic();
  }

  @Test
  void theDatabaseItselfRefusesASecondPayment() {
    Earning earning =
        new Earning(
            "a",
            XpKind.REWARD,
            XpCategory.BONUS,
            "TEST",
            20,
            null,
            LocalDate.parse("2026-03-02"),
            TestGame.time("2026-03-02T08:00:00Z"),
            "e1",
            true,
            "shared-1");
    Settlement payment =
        Settlement.of(new Account(0, 0, 0, Map.of()), List.of(new XpDue(earning, 0, 20)), null);
    game.write(payment);
    assertThrows(RuntimeException.class, () -> game.write(payment));
    assertEquals(20, game.profile().balance());
  }

  @Test
  void aligningAgainChangesNothing() {
    AlignmentView again = TestGame.align();
    assertEquals(1, again.unchanged());
    assertEquals(List.of(), again.created());
    assertEquals(List.of(), again.changed());
  }

  @Test
  void nobodyChangesTheLedgerOrTheRules() {
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SERVER);
    for (SqlText text :
        List.of(
            SqlText.of("update xp_transaction set amount = 9 where tenant_id = :tenant"),
            SqlText.of("delete from xp_transaction where tenant_id = :tenant"),
            SqlText.of("update rule_set set version = 9 where tenant_id = :tenant"),
            SqlText.of("delete from rule_activation where tenant_id = :tenant"))) {
      assertThrows(RuntimeException.class, () -> game.inTenant(sql -> sql.with(text).update()));
    }
  }
}
