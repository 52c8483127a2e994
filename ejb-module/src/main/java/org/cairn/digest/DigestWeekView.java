package org.cairn.digest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.cairn.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What became of a week's digests: how many guardians there are of each kind.
 *
 * @param week its Monday
 * @param from the beginning of what they tell
 * @param until its end, from which on they were due
 * @param planned to be sent yet, those among them that the mail server put off
 * @param sent taken by the mail server
 * @param refused by the mail server for good
 * @param unclear sent perhaps: the server died, or the line broke, before it was known
 * @param missed not sent before the week was over
 * @param noAddress without an address in the roster
 * @param nothing about whose children there was nothing to tell, or who wanted none any more
 */
public record DigestWeekView(
    LocalDate week,
    Instant from,
    Instant until,
    long planned,
    long sent,
    long refused,
    long unclear,
    long missed,
    long noAddress,
    long nothing) {

  static @Nullable LocalDate mondayOf(@Nullable String key) {
    try {
      LocalDate monday = key == null ? null : LocalDate.parse(key);
      if (monday == null || (monday.getYear() > 0 && monday.getYear() < 2200)) {
        return monday;
      }
      throw Cursor.invalid("cursor");
    } catch (DateTimeException e) {
      throw Cursor.invalid("cursor");
    }
  }
}
