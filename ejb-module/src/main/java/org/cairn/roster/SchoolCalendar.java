package org.cairn.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a school meets: on every day but Saturdays, Sundays and the days without school. All days
 * are the school's own, by its time zone.
 *
 * @param closed the days without school, such as holidays and breaks
 */
public record SchoolCalendar(ZoneId zone, Set<LocalDate> closed) {

  public SchoolCalendar {
    closed = Set.copyOf(closed);
  }

  /** The day on which something happened. */
  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** Midnight, or what comes first where clocks skip it. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Whether the school meets on that day. */
  public boolean meetsOn(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closed.contains(day);
  }
}
