package org.cairn.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether a planned run ended by the time that its job promises. */
public enum Promise {
  /** There is no promise. */
  NONE,
  /** There is time left. */
  OPEN,
  KEPT,
  MISSED;

  /** The first promised time after the one that the run is planned for. */
  public static Instant dueAfter(Instant planned, LocalTime promisedBy, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(planned, zone);
    Instant sameDay = day.atTime(promisedBy).atZone(zone).toInstant();
    return sameDay.isAfter(planned)
        ? sameDay
        : day.plusDays(1).atTime(promisedBy).atZone(zone).toInstant();
  }

  /**
   * How the promise stands.
   *
   * @param due the promised time
   * @param completed when the run was completed, absent while it was not
   */
  public static Promise of(@Nullable Instant due, @Nullable Instant completed, Instant now) {
    if (due == null) {
      return NONE;
    }
    if (completed != null) {
      return completed.isAfter(due) ? MISSED : KEPT;
    }
    return now.isAfter(due) ? MISSED : OPEN;
  }
}
