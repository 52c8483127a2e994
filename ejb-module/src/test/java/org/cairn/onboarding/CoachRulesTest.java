package org.cairn.onboarding;

import static org.cairn.onboarding.TestTracks.MONDAY;
import static org.cairn.onboarding.TestTracks.hour;
import static org.cairn.onboarding.TestTracks.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.onboarding.Coach.CoachView.Silence;
import org.cairn.onboarding.CoachRules.Decision;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoachRulesTest {

  private static final CoachRules RULES = new CoachRules(2, Duration.ofMinutes(30));
  private static final SchoolCalendar CHICAGO =
      new SchoolCalendar(ZoneId.of("America/Chicago"), Set.of());
  private static final CoachOffer ONE = offer("one", false, false, null);
  private static final CoachOffer TWO = offer("two", false, false, null);

  @Test
  void whatIsDueSoonComesFirstThenWhatIsRequiredThenWhatHasBegun() {
    CoachOffer soon = offer("soon", true, false, hour(24 * 6));
    CoachOffer sooner = offer("sooner", true, true, hour(24));
    CoachOffer overdue = offer("overdue", true, true, hour(-24));
    CoachOffer far = offer("far", true, false, hour(24 * 30));
    CoachOffer required = offer("required", true, false, null);
    CoachOffer started = offer("started", false, true, null);
    List<CoachOffer> sorted =
        Stream.of(ONE, started, required, far, soon, overdue, sooner)
            .sorted(CoachOffer.bestFirst(MONDAY))
            .toList();
    assertEquals(List.of(overdue, sooner, soon, far, required, started, ONE), sorted);
  }

  @Test
  void aTipStandsUntilItsCoolDownIsOver() {
    Tip latest = tip("two", 1, MONDAY);
    Decision same = decide(List.of(ONE, TWO), latest, MONDAY.plusSeconds(29 * 60));
    assertEquals(TWO, same.offer());
    assertFalse(same.isNew());
    Decision next = decide(List.of(ONE, TWO), latest, MONDAY.plusSeconds(30 * 60));
    assertEquals(ONE, next.offer());
    assertTrue(next.isNew());
  }

  @Test
  void whatIsDoneLeavesSilenceUntilTheCoolDownIsOver() {
    Decision silent = decide(List.of(ONE), tip("two", 1, MONDAY), MONDAY.plusSeconds(60));
    assertNull(silent.offer());
    assertEquals(Silence.COOLING_DOWN, silent.silence());
    assertEquals(MONDAY.plusSeconds(30 * 60), silent.until());
  }

  @Test
  void aSchoolsDayHasSoManyTipsAndTheNextOneBeginsAnew() {
    Tip last = tip("two", 2, MONDAY);
    Decision silent = decide(List.of(ONE), last, hour(4));
    assertEquals(Silence.ENOUGH_TODAY, silent.silence());
    Instant midnight = Instant.parse("2026-03-03T06:00:00Z");
    assertEquals(midnight, silent.until());
    assertEquals(ONE, decide(List.of(ONE), last, midnight).offer());
  }

  @Test
  void whoHasNothingToDoIsTold() {
    assertEquals(Silence.NOTHING_TO_DO, decide(List.of(), null, MONDAY).silence());
  }

  private static Decision decide(List<CoachOffer> offers, @Nullable Tip latest, Instant now) {
    return RULES.decide(offers, latest, CHICAGO, now);
  }

  private static Tip tip(String step, int number, Instant at) {
    return new Tip(CHICAGO.dayOf(at), number, at, "t", step);
  }

  private static CoachOffer offer(
      String key, boolean required, boolean started, @Nullable Instant dueAt) {
    Step step = step(key, "a.b");
    return new CoachOffer(TestTracks.track(step), step, required, started, dueAt);
  }
}
