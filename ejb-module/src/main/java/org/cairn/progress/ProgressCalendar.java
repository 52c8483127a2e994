package org.cairn.progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.cairn.roster.SchoolCalendar;

/**
 * By what a learner's streak is reckoned, as devices get it, too.
 *
 * @param zone an IANA name
 * @param nonSchoolDays in their order, beside Saturdays and Sundays
 */
public record ProgressCalendar(String zone, List<LocalDate> nonSchoolDays) {

  static ProgressCalendar of(SchoolCalendar calendar) {
    return new ProgressCalendar(
        calendar.zone().getId(), calendar.closed().stream().sorted().toList());
  }

  /** The same calendar has the same. */
  String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((zone + nonSchoolDays).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
