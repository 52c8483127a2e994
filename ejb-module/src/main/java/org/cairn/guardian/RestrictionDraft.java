package org.cairn.guardian;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as it is asked for.
 *
 * @param from the first day, at the learner's school
 * @param until the last day; absent until it is lifted
 * @param reason why, such as a court's order; 1 to 500 characters
 */
public record RestrictionDraft(
    @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String reason) {

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final int LONGEST = 500;

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    if (from == null || !isSane(from)) {
      faults.add(new FieldError("/from", "a day from " + EARLIEST + " to " + LATEST));
    }
    if (until != null && (!isSane(until) || (from != null && until.isBefore(from)))) {
      faults.add(new FieldError("/until", "a day that is not before from, to " + LATEST));
    }
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST
        || !TextRules.isLine(reason)) {
      faults.add(new FieldError("/reason", "1 to " + LONGEST + " characters on one line"));
    }
    return faults;
  }

  private static boolean isSane(LocalDate day) {
    return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
  }
}
