package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;

/**
 * A day with verified activity, as it was judged when its first such event was recorded.
 *
 * @param calendar by which it and the days since the one before are judged
 * @param counts whether the school met
 * @param eventId that first event
 * @param occurredAt when it counts
 */
record ActiveDay(
    LocalDate day, SchoolCalendar calendar, boolean counts, String eventId, Instant occurredAt) {

  static ActiveDay of(SchoolCalendar calendar, String eventId, Instant occurredAt) {
    LocalDate day = calendar.dayOf(occurredAt);
    return new ActiveDay(day, calendar, calendar.meetsOn(day), eventId, occurredAt);
  }

  /** A day and the streak after it. */
  record Judged(ActiveDay active, Streak after) {

    LocalDate day() {
      return active.day();
    }
  }
}
