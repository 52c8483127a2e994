package org.cairn.backup;

import java.util.UUID;
import org.cairn.archive.PackedLines;
import org.cairn.backup.BackupStore.Planned;
import org.cairn.gamification.ProfileRecords;
import org.cairn.gamification.ProfileRecords.Copy;
import org.jspecify.annotations.Nullable;

/** The lines of a part, read page by page as they are written, and counted. */
final class PartPages implements PackedLines.Pages {

  private final ProfileRecords records;
  private final Planned part;
  private @Nullable UUID last;
  private boolean ended;
  private long profiles;
  private long rows;

  PartPages(ProfileRecords records, Planned part) {
    this.records = records;
    this.part = part;
    this.last = part.after();
  }

  @Override
  public byte @Nullable [] next() {
    if (ended) {
      return null;
    }
    if (part.number() == BackupWork.CALENDARS) {
      ended = true;
      return records.calendars();
    }
    Copy copy = records.copy(last, part.until());
    last = copy.last();
    ended = last == null || last.equals(part.until());
    profiles += copy.profiles();
    rows += copy.rows();
    return copy.lines();
  }

  long profiles() {
    return profiles;
  }

  long rows() {
    return rows;
  }
}
