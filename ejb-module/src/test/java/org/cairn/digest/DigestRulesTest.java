package org.cairn.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.cairn.digest.DigestRules.Week;
import org.junit.jupiter.api.Test;

class DigestRulesTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void aWeekIsDueFromItsHourOnUntilItsSundayIsOver() {
    assertEquals(Optional.empty(), monday("2026-03-06T21:59:59Z"));
    assertEquals(Optional.of(LocalDate.parse("2026-03-02")), monday("2026-03-06T22:00:00Z"));
    assertEquals(Optional.of(LocalDate.parse("2026-03-02")), monday("2026-03-09T04:59:59Z"));
    assertEquals(Optional.empty(), monday("2026-03-09T05:00:00Z"));
  }

  @Test
  void whatIsToldIsTheWeekBeforeByTheDistrictsClockThroughDaylightSaving() {
    Week week = due("2026-03-15T12:00:00Z").orElseThrow();
    assertEquals(Instant.parse("2026-03-06T22:00:00Z"), week.from());
    assertEquals(Instant.parse("2026-03-13T21:00:00Z"), week.until());
  }

  @Test
  void oneWeekEndsWhereTheNextBegins() {
    assertEquals(
        due("2026-03-07T12:00:00Z").orElseThrow().until(),
        due("2026-03-14T12:00:00Z").orElseThrow().from());
  }

  @Test
  void onMondaysAndOnSundaysItIsTheSameWeek() {
    Instant sunday = Instant.parse("2026-03-08T20:00:00Z");
    LocalDate monday = LocalDate.parse("2026-03-02");
    for (DayOfWeek day : DayOfWeek.values()) {
      assertEquals(
          monday, DigestRules.due(sunday, CHICAGO, day, 9).orElseThrow().monday(), day::name);
    }
  }

  private static Optional<LocalDate> monday(String now) {
    return due(now).map(Week::monday);
  }

  private static Optional<Week> due(String now) {
    return DigestRules.due(Instant.parse(now), CHICAGO, DayOfWeek.FRIDAY, 16);
  }
}
