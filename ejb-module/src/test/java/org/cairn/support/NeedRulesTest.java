package org.cairn.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cairn.roster.SchoolCalendar;
import org.cairn.support.NeedView.Lesson;
import org.junit.jupiter.api.Test;

class NeedRulesTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-03-13");
  private static final SchoolCalendar CALENDAR =
      new SchoolCalendar(ZoneId.of("America/Chicago"), Set.of(LocalDate.parse("2026-03-17")));

  @Test
  void weekendsClosedDaysAndTodayAreNotMissed() {
    assertEquals(List.of(), NeedRules.missed(FRIDAY, LocalDate.parse("2026-03-16"), CALENDAR));
    assertEquals(
        List.of(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-18")),
        NeedRules.missed(FRIDAY, LocalDate.parse("2026-03-19"), CALENDAR));
    assertEquals(List.of(), NeedRules.missed(FRIDAY, FRIDAY.minusDays(3), CALENDAR));
  }

  @Test
  void aLearnerIsExpectedFromItsLastActivityItsJoiningOrTheYearsBeginning() {
    assertNull(NeedRules.expectedAfter(null, null, null));
    assertEquals(FRIDAY, NeedRules.expectedAfter(FRIDAY, null, FRIDAY.minusDays(9)));
    assertEquals(FRIDAY, NeedRules.expectedAfter(null, FRIDAY.plusDays(1), null));
    assertEquals(FRIDAY, NeedRules.expectedAfter(FRIDAY.minusDays(90), null, FRIDAY.plusDays(1)));
  }

  @Test
  void scoresFallWhenTheMeanOfThreeIsFarBelowThatOfTheThreeBefore() {
    assertNotNull(NeedRules.falling(lessons(80, 80, 80, 65, 65, 65), 15));
    assertNull(NeedRules.falling(lessons(80, 80, 80, 65, 65, 66), 15));
    assertNull(NeedRules.falling(lessons(100, 100, 0, 0, 0), 15), "five lessons tell nothing");
    assertNull(
        NeedRules.falling(lessons(100, 100, 100, 20, 20, 20, 90, 90, 90), 15),
        "what has risen again is solved");
    NeedRules.Fall fall = NeedRules.falling(lessons(100, 90, 90, 60, 70, 70), 15);
    assertNotNull(fall);
    assertEquals(new BigDecimal("93.33"), fall.before());
    assertEquals(new BigDecimal("66.67"), fall.now());
  }

  private static List<Lesson> lessons(int... scores) {
    return Arrays.stream(scores)
        .mapToObj(score -> new Lesson(UUID.randomUUID(), "Math", "s", score, Instant.EPOCH))
        .toList();
  }
}
