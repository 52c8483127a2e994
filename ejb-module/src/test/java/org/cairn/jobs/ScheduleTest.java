package org.cairn.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final Schedule AT_HALF_PAST_TWO = Schedule.daily(LocalTime.of(2, 30));

  @Test
  void aDailyJobIsDueByTheDistrictsOwnClock() {
    assertEquals(at("2026-03-02T08:30:00Z"), last(AT_HALF_PAST_TWO, "2026-03-02T08:30:00Z"));
    assertEquals(at("2026-03-01T08:30:00Z"), last(AT_HALF_PAST_TWO, "2026-03-02T08:29:59Z"));
    assertEquals(at("2026-03-03T08:30:00Z"), next(AT_HALF_PAST_TWO, "2026-03-02T08:30:00Z"));
    assertEquals(
        at("2026-03-01T21:00:00Z"),
        AT_HALF_PAST_TWO.last(Instant.parse("2026-03-02T08:00:00Z"), KOLKATA));
  }

  @Test
  void anHourlyJobIsDueAtEveryFullHourWhateverTheClocksDo() {
    assertEquals("hourly", Schedule.hourly().text());
    assertEquals(at("2026-03-08T08:00:00Z"), last(Schedule.hourly(), "2026-03-08T08:59:59Z"));
    assertEquals(at("2026-03-08T09:00:00Z"), next(Schedule.hourly(), "2026-03-08T08:00:00Z"));
  }

  @Test
  void aTimeThatSpringLeavesOutIsDueAnHourLater() {
    assertEquals(at("2026-03-08T08:30:00Z"), last(AT_HALF_PAST_TWO, "2026-03-08T12:00:00Z"));
    assertEquals(at("2026-03-08T08:30:00Z"), next(AT_HALF_PAST_TWO, "2026-03-07T12:00:00Z"));
    assertEquals(at("2026-03-09T07:30:00Z"), next(AT_HALF_PAST_TWO, "2026-03-08T08:30:00Z"));
  }

  @Test
  void aTimeThatAutumnBringsTwiceIsDueTheFirstTimeOnly() {
    Schedule schedule = Schedule.daily(LocalTime.of(1, 30));
    assertEquals(at("2026-11-01T06:30:00Z"), last(schedule, "2026-11-01T07:30:00Z"));
    assertEquals(at("2026-11-02T07:30:00Z"), next(schedule, "2026-11-01T06:30:00Z"));
  }

  @Test
  void isDueOnceOnEachDayOfAYear() {
    for (int hour = 0; hour < 24; hour++) {
      Schedule schedule = Schedule.daily(LocalTime.of(hour, 30));
      TreeSet<Instant> due = new TreeSet<>();
      Instant end = Instant.parse("2027-01-01T06:00:00Z");
      for (Instant now = Instant.parse("2026-01-01T06:00:00Z");
          now.isBefore(end);
          now = now.plus(10, ChronoUnit.MINUTES)) {
        due.add(schedule.next(now, CHICAGO).orElseThrow());
        assertEquals(
            Optional.of(schedule.next(now, CHICAGO).orElseThrow()),
            schedule.last(schedule.next(now, CHICAGO).orElseThrow(), CHICAGO));
      }
      assertEquals(365, due.headSet(end).size(), schedule.text());
    }
  }

  @Test
  void aWeeklyJobIsDueOnItsDay() {
    Schedule sundays = Schedule.weekly(DayOfWeek.SUNDAY, LocalTime.of(18, 0));
    assertEquals(at("2026-03-08T23:00:00Z"), last(sundays, "2026-03-14T12:00:00Z"));
    assertEquals(at("2026-03-15T23:00:00Z"), next(sundays, "2026-03-14T12:00:00Z"));
    assertEquals("on Sundays at 18:00", sundays.text());
  }

  @Test
  void aJobOfEveryMinuteIsDueAtFullMinutes() {
    assertEquals(at("2026-03-02T08:30:00Z"), last(Schedule.everyMinute(), "2026-03-02T08:30:59Z"));
    assertEquals(at("2026-03-02T08:31:00Z"), next(Schedule.everyMinute(), "2026-03-02T08:30:00Z"));
  }

  @Test
  void aJobOnDemandIsNeverDue() {
    assertEquals(Optional.empty(), last(Schedule.onDemand(), "2026-03-02T08:30:59Z"));
    assertEquals(Optional.empty(), next(Schedule.onDemand(), "2026-03-02T08:30:59Z"));
  }

  private static Optional<Instant> last(Schedule schedule, String now) {
    return schedule.last(Instant.parse(now), CHICAGO);
  }

  private static Optional<Instant> next(Schedule schedule, String now) {
    return schedule.next(Instant.parse(now), CHICAGO);
  }

  private static Optional<Instant> at(String time) {
    return Optional.of(Instant.parse(time));
  }
}
