package org.cairn.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.cairn.launcher.WeekShift.Semester;
import org.junit.jupiter.api.Test;

class WeekShiftTest {

  private static final List<Semester> SEMESTERS =
      List.of(
          new Semester(LocalDate.parse("2021-08-23"), LocalDate.parse("2021-12-17")),
          new Semester(LocalDate.parse("2022-01-04"), LocalDate.parse("2022-05-27")));

  @Test
  void movesByWholeYearsWhenTodayIsInTheSameSemester() {
    WeekShift shift = WeekShift.into(SEMESTERS, LocalDate.parse("2026-11-21"));
    assertEquals(5 * 52, shift.weeks());
    assertEquals(LocalDate.parse("2026-08-17"), shift.apply(LocalDate.parse("2021-08-23")));
  }

  @Test
  void movesNoFurtherThanNeededWhenTodayIsAHoliday() {
    WeekShift shift = WeekShift.into(SEMESTERS, LocalDate.parse("2026-12-27"));
    assertEquals(5 * 52 - 1, shift.weeks());
    assertEquals(LocalDate.parse("2026-12-22"), shift.apply(LocalDate.parse("2022-01-04")));
  }

  @Test
  void bringsEveryDayIntoASemesterAndKeepsTheDayOfTheWeek() {
    LocalDate.parse("2026-01-01")
        .datesUntil(LocalDate.parse("2029-01-01"))
        .forEach(
            today -> {
              WeekShift shift = WeekShift.into(SEMESTERS, today);
              assertTrue(shift.brings(today, SEMESTERS) > 0, () -> today + " by " + shift);
              assertEquals(today.getDayOfWeek(), shift.apply(today).getDayOfWeek());
            });
  }
}
