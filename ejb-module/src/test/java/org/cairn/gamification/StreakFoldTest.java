package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakFoldTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final SchoolCalendar PLAIN = new SchoolCalendar(CHICAGO, Set.of());

  @Test
  void schoolDaysInARowCountAndTheSameDayChangesNothing() {
    assertEquals(List.of(1, 2, 3), lengths(PLAIN, "2026-03-02", "2026-03-03", "2026-03-04"));
    assertEquals(List.of(1), lengths(PLAIN, "2026-03-02"));
  }

  @Test
  void fridayToMondayIsOneMore() {
    assertEquals(List.of(1, 2), lengths(PLAIN, "2026-03-06", "2026-03-09"));
  }

  @Test
  void aSaturdayNeitherCountsNorBreaks() {
    assertEquals(List.of(1, 1, 2), lengths(PLAIN, "2026-03-06", "2026-03-07", "2026-03-09"));
  }

  @Test
  void aHolidayBreakNeitherCountsNorBreaks() {
    Set<LocalDate> winter =
        Set.copyOf(
            LocalDate.parse("2026-12-21").datesUntil(LocalDate.parse("2027-01-04")).toList());
    SchoolCalendar calendar = new SchoolCalendar(CHICAGO, winter);
    assertEquals(List.of(1, 2), lengths(calendar, "2026-12-18", "2027-01-04"));
  }

  @Test
  void twoFreezesSaveTwoMissedDaysAndTheThirdRestartsAtOne() {
    assertEquals(List.of(1, 2), lengths(PLAIN, "2026-03-02", "2026-03-05"));
    assertEquals(0, fold(PLAIN, "2026-03-02", "2026-03-05").freezes());
    assertEquals(List.of(1, 1), lengths(PLAIN, "2026-03-02", "2026-03-06"));
    assertEquals(1, fold(PLAIN, "2026-03-02", "2026-03-06").best());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-30,2026-03-31,2",
    "2026-03-31,2026-04-01,4",
    "2026-03-30,2026-04-30,4",
    "2026-03-31,2026-05-01,5"
  })
  void eachMonthBringsTwoMore(String first, String last, int freezes) {
    String[] schoolDays =
        LocalDate.parse(first)
            .datesUntil(LocalDate.parse(last).plusDays(1))
            .filter(PLAIN::meetsOn)
            .map(LocalDate::toString)
            .toArray(String[]::new);
    assertEquals(freezes, fold(PLAIN, schoolDays).freezes());
  }

  @Test
  void neverMoreThanFiveAreHeld() {
    String[] year =
        LocalDate.parse("2026-01-05")
            .datesUntil(LocalDate.parse("2026-12-31"))
            .filter(PLAIN::meetsOn)
            .map(LocalDate::toString)
            .toArray(String[]::new);
    Streak end = fold(PLAIN, year);
    assertEquals(5, end.freezes());
    assertEquals(year.length, end.length());
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward on 2026-03-08 and back on 2026-11-01, both Sundays, in Chicago.
    "2026-03-06T23:59:00-06:00,2026-03-09T00:01:00-05:00,2",
    "2026-10-30T23:59:00-05:00,2026-11-02T00:01:00-06:00,2",
    // Days end at the school's midnight, not at UTC's.
    "2026-03-02T23:59:00-06:00,2026-03-03T00:01:00-06:00,2",
    "2026-03-02T17:59:00-06:00,2026-03-02T18:01:00-06:00,1"
  })
  void daysAreTheSchoolsAlsoWhenClocksChange(String first, String second, int length) {
    assertEquals(length, fold(active(PLAIN, first), active(PLAIN, second)).length());
  }

  @Test
  void amongWeekdaysClocksChangeNothingEither() {
    SchoolCalendar cairo = new SchoolCalendar(ZoneId.of("Africa/Cairo"), Set.of());
    // Clocks go forward at midnight on Friday 2026-04-24: that day begins at 01:00.
    assertEquals(
        2,
        fold(active(cairo, "2026-04-23T23:30:00+02:00"), active(cairo, "2026-04-24T01:00:00+03:00"))
            .length());
    assertEquals(
        Instant.parse("2026-04-23T22:00:00Z"), cairo.startOf(LocalDate.parse("2026-04-24")));
  }

  @Test
  void aMoveToAnotherZoneKeepsTheStreak() {
    SchoolCalendar honolulu = new SchoolCalendar(ZoneId.of("Pacific/Honolulu"), Set.of());
    assertEquals(
        3,
        fold(
                active(PLAIN, "2026-03-02T08:00:00-06:00"),
                active(PLAIN, "2026-03-03T08:00:00-06:00"),
                active(honolulu, "2026-03-04T08:00:00-10:00"))
            .length());
  }

  @Test
  void aDayIsJudgedByTheCalendarThatHeldWhenItWasRecorded() {
    SchoolCalendar snow =
        new SchoolCalendar(
            CHICAGO,
            Set.of(
                LocalDate.parse("2026-03-03"),
                LocalDate.parse("2026-03-04"),
                LocalDate.parse("2026-03-05")));
    ActiveDay monday = active(PLAIN, "2026-03-02T08:00:00-06:00");
    assertEquals(2, fold(monday, active(snow, "2026-03-06T08:00:00-06:00")).length());
    assertEquals(1, fold(monday, active(PLAIN, "2026-03-06T08:00:00-06:00")).length());
  }

  @Test
  void aLateDayRepairsTheStreak() {
    List<ActiveDay.Judged> broken =
        StreakFold.fold(null, days(PLAIN, "2026-03-02", "2026-03-06"), Rules.BOOK::termsAt);
    ActiveDays.Change change = new ActiveDays(broken).with(days(PLAIN, "2026-03-04"), Rules.BOOK);
    assertEquals(
        List.of("2026-03-04 2", "2026-03-06 3"),
        change.changed().stream().map(day -> day.day() + " " + day.after().length()).toList());
  }

  @Test
  void aStreakIsBrokenOnTheDayAfterTheFirstMissThatNothingFroze() {
    ActiveDays days =
        new ActiveDays(StreakFold.fold(null, days(PLAIN, "2026-03-02"), Rules.BOOK::termsAt));
    assertEquals(1, days.lengthOn(LocalDate.parse("2026-03-05"), PLAIN, Rules.BOOK));
    assertEquals(0, days.lengthOn(LocalDate.parse("2026-03-06"), PLAIN, Rules.BOOK));
  }

  private static List<Integer> lengths(SchoolCalendar calendar, String... days) {
    return StreakFold.fold(null, days(calendar, days), Rules.BOOK::termsAt).stream()
        .map(day -> day.after().length())
        .toList();
  }

  private static Streak fold(SchoolCalendar calendar, String... days) {
    return fold(days(calendar, days).toArray(ActiveDay[]::new));
  }

  private static Streak fold(ActiveDay... days) {
    ActiveDays none = new ActiveDays(List.of());
    List<ActiveDay.Judged> judged = none.with(List.of(days), Rules.BOOK).changed();
    return judged.get(judged.size() - 1).after();
  }

  private static List<ActiveDay> days(SchoolCalendar calendar, String... days) {
    return Stream.of(days)
        .map(LocalDate::parse)
        .map(day -> ActiveDay.of(calendar, day.toString(), calendar.startOf(day)))
        .toList();
  }

  private static ActiveDay active(SchoolCalendar calendar, String time) {
    return ActiveDay.of(calendar, time, java.time.OffsetDateTime.parse(time).toInstant());
  }
}
