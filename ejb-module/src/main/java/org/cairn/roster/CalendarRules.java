package org.cairn.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** What a calendar may say. */
final class CalendarRules {

  private static final int MOST_DAYS = 400;
  private static final int LONGEST_REASON = 200;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private CalendarRules() {}

  static List<FieldError> errors(@Nullable String timeZone, List<@Nullable NonSchoolDay> days) {
    List<FieldError> errors = new ArrayList<>();
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      errors.add(unknownZone());
    }
    if (days.size() > MOST_DAYS) {
      errors.add(new FieldError("/nonSchoolDays", "at most " + MOST_DAYS));
      return errors;
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < days.size(); i++) {
      String place = "/nonSchoolDays/" + i;
      NonSchoolDay given = days.get(i);
      if (given == null) {
        errors.add(new FieldError(place, "a day and its reason"));
        continue;
      }
      LocalDate day = given.day();
      if (day == null || day.isBefore(FIRST) || day.isAfter(LAST)) {
        errors.add(new FieldError(place + "/day", "a date from " + FIRST + " to " + LAST));
      } else if (!seen.add(day)) {
        errors.add(new FieldError(place + "/day", "each date once"));
      }
      if (!isReason(given.reason())) {
        errors.add(new FieldError(place + "/reason", "1 to " + LONGEST_REASON + " characters"));
      }
    }
    return errors;
  }

  static FieldError unknownZone() {
    return new FieldError("/timeZone", "an IANA time zone such as America/Chicago");
  }

  private static boolean isReason(@Nullable String reason) {
    return reason != null
        && !reason.isBlank()
        && reason.length() <= LONGEST_REASON
        && TextRules.isLine(reason);
  }
}
