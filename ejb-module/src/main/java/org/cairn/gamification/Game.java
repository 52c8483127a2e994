package org.cairn.gamification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands before a change of its days.
 *
 * @param calendar of the learner's school now
 * @param grade CEDS code
 * @param account the numbers, without what was paid for single sources
 * @param days those from the asked one on, and the one before
 * @param lastEarning the latest day of which there is an earning
 */
record Game(
    SchoolCalendar calendar,
    @Nullable String grade,
    Account account,
    ActiveDays days,
    @Nullable LocalDate lastEarning) {

  /** A calendar as the roster publishes it: days without school, separated by commas. */
  static SchoolCalendar calendar(@Nullable String zone, @Nullable String closed) {
    Set<LocalDate> days =
        closed == null || closed.isEmpty()
            ? Set.of()
            : Stream.of(closed.split(",")).map(LocalDate::parse).collect(Collectors.toSet());
    return new SchoolCalendar(zone == null ? DayStore.LAST_RESORT : ZoneId.of(zone), days);
  }
}
