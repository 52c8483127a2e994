package org.cairn.analytics;

import java.time.LocalDate;

/**
 * The next thing to be done about months of long ago; which one it is stands in the database alone.
 *
 * @param month by its first day
 */
public record ClosingTask(Kind kind, LocalDate month) {

  /** What there is to do. */
  public enum Kind {
    /** Close months to the feed. */
    CLOSE,
    /** Add some learners' events to the month's sums. */
    ROLL_UP,
    /** Put a part of the month's events into the archive. */
    ARCHIVE
  }
}
