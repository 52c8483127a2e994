package org.cairn.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a learner's progress.
 *
 * @param events how many it is made of
 * @param position of the last of them in the log
 * @param latest the greatest of them in the order of reduction
 * @param calendarId of the calendar by which the streak was reckoned; empty before there was one
 */
record StoredProgress(
    Progress progress, int events, long position, SyncEvent.Key latest, String calendarId) {

  static final StoredProgress NONE =
      new StoredProgress(Progress.NONE, 0, 0, new SyncEvent.Key(Instant.MIN, ""), "");

  private static final SchoolCalendar NEVER_ASKED = new SchoolCalendar(ZoneOffset.UTC, Set.of());

  /**
   * With events that are later than all before.
   *
   * @param last the position of the last of them
   * @param calendar {@code null} where none of them can go into the streak
   */
  StoredProgress after(List<SyncEvent> added, long last, @Nullable SchoolCalendar calendar) {
    return new StoredProgress(
        ProgressFold.fold(progress, added, calendar == null ? NEVER_ASKED : calendar),
        events + added.size(),
        last,
        Collections.max(added.stream().map(SyncEvent::key).toList()),
        calendar == null ? calendarId : ProgressCalendar.of(calendar).id());
  }

  /** Whether these are later than all before. */
  boolean precedes(List<SyncEvent> added) {
    return added.stream().allMatch(event -> event.key().compareTo(latest) > 0);
  }

  /** Whether the streak is what it is by this calendar, too. */
  boolean holdsBy(SchoolCalendar calendar) {
    return progress.head().streak() == null
        || calendarId.equals(ProgressCalendar.of(calendar).id());
  }
}
