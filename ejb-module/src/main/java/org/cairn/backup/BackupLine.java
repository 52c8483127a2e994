package org.cairn.backup;

import java.util.UUID;
import org.cairn.jobs.RecordSkipped;
import org.jspecify.annotations.Nullable;

/**
 * A line of a backup: a learner's, or a calendar's of part 0.
 *
 * @param part its number
 * @param number in the part, from 1
 */
public record BackupLine(int part, int number, String text) {

  /** Where it stands, for a job to go on behind it. */
  public String key() {
    return part + "/" + number;
  }

  /**
   * This line, where it is whole.
   *
   * @throws RecordSkipped {@code LINE_UNREADABLE}
   */
  public BackupLine checked() {
    if (!LineCheck.isWhole(this)) {
      throw new RecordSkipped(key(), "LINE_UNREADABLE");
    }
    return this;
  }

  boolean isCalendar() {
    return part == BackupWork.CALENDARS;
  }

  /** The learner that the line tells of. */
  UUID learner() {
    return UUID.fromString(text.substring(LineCheck.START.length(), LineCheck.START.length() + 36));
  }

  /** The part of a key; the first one without a key. */
  static int partOf(@Nullable String key) {
    return key == null ? 0 : Integer.parseInt(key.substring(0, key.indexOf('/')));
  }

  /** How many lines of its part are done at a key. */
  static int numberOf(@Nullable String key) {
    return key == null ? 0 : Integer.parseInt(key.substring(key.indexOf('/') + 1));
  }
}
