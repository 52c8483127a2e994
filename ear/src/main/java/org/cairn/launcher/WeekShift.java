package org.cairn.launcher;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A move of dates by whole weeks, so that a Monday stays a Monday.
 *
 * @param weeks how far towards the future
 */
record WeekShift(long weeks) {

  private static final int WEEKS_OF_A_YEAR = 52;

  /** The first and the last day of a semester. */
  record Semester(LocalDate start, LocalDate end) {

    boolean covers(LocalDate day) {
      return !day.isBefore(start) && !day.isAfter(end);
    }
  }

  /**
   * The shift after which that day lies in a semester, of most schools if they differ; of several
   * the one nearest to whole years, so that the seasons stay.
   */
  static WeekShift into(List<Semester> semesters, LocalDate today) {
    LocalDate first =
        semesters.stream().map(Semester::start).min(LocalDate::compareTo).orElse(today);
    LocalDate last = semesters.stream().map(Semester::end).max(LocalDate::compareTo).orElse(today);
    return LongStream.rangeClosed(
            ChronoUnit.WEEKS.between(last, today) - 1, ChronoUnit.WEEKS.between(first, today) + 1)
        .mapToObj(WeekShift::new)
        .filter(shift -> shift.brings(today, semesters) > 0)
        .min(
            Comparator.<WeekShift>comparingLong(shift -> -shift.brings(today, semesters))
                .thenComparingLong(WeekShift::offWholeYears))
        .orElse(new WeekShift(0));
  }

  LocalDate apply(LocalDate day) {
    return day.plusWeeks(weeks);
  }

  long years() {
    return Math.round((double) weeks / WEEKS_OF_A_YEAR);
  }

  /** In how many semesters that day lies after the shift. */
  long brings(LocalDate today, List<Semester> semesters) {
    LocalDate before = today.minusWeeks(weeks);
    return semesters.stream().filter(semester -> semester.covers(before)).count();
  }

  private long offWholeYears() {
    return Math.abs(weeks - years() * WEEKS_OF_A_YEAR);
  }
}
