package org.cairn.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When a week's digests are due, and which days they tell of. */
final class DigestRules {

  private DigestRules() {}

  /**
   * A week whose digests are due.
   *
   * @param monday names it
   * @param from the beginning of what is told
   * @param until its end, which is the time at which the digests were due
   */
  record Week(LocalDate monday, Instant from, Instant until) {}

  /**
   * The present week, once its time has come. From then on it is due until its Sunday is over, so
   * that no guardian is mailed twice in one calendar week.
   *
   * @param weekday on which digests are due, from the given hour of the district's clock on
   */
  static Optional<Week> due(Instant now, ZoneId zone, DayOfWeek weekday, int hour) {
    LocalDate monday =
        LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate day = monday.with(TemporalAdjusters.nextOrSame(weekday));
    Instant until = at(day, hour, zone);
    return now.isBefore(until)
        ? Optional.empty()
        : Optional.of(new Week(monday, at(day.minusWeeks(1), hour, zone), until));
  }

  private static Instant at(LocalDate day, int hour, ZoneId zone) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
  }
}
