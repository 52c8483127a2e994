package org.cairn.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.cairn.content.Subject;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.support.Remediation.Filter;
import org.cairn.support.Remediation.Place;
import org.jspecify.annotations.Nullable;

/** What lists of this component are asked with. No cursor holds a name. */
final class Cursors {

  private static final String PARAMETER = "cursor";
  private static final String NO_DAY = "-";

  private Cursors() {}

  /** The key of an item, after which the next page begins. */
  static String key(RemediationView item) {
    return item.priority()
        + " "
        + (item.dueOn() == null ? NO_DAY : item.dueOn().toString())
        + " "
        + item.id();
  }

  /** The place that a cursor stands for. */
  static @Nullable Place place(@Nullable String cursor) {
    String key = Cursor.key(cursor, PARAMETER);
    if (key == null) {
      return null;
    }
    String[] parts = key.split(" ", -1);
    try {
      if (parts.length == 3 && parts[0].matches("\\d{1,2}")) {
        LocalDate day = parts[1].equals(NO_DAY) ? null : LocalDate.parse(parts[1]);
        if (day == null || day.getYear() < 2200) {
          return new Place(Integer.parseInt(parts[0]), day, UUID.fromString(parts[2]));
        }
      }
      throw Cursor.invalid(PARAMETER);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid(PARAMETER);
    }
  }

  /**
   * Refuses what no item can be.
   *
   * @throws ProblemException {@code INVALID_REQUEST}
   */
  static void check(Filter filter) {
    if (filter.status() != null && !RemediationRules.STATUSES.contains(filter.status())) {
      throw refusal("status", "pending, in_progress, completed or skipped");
    }
    if (filter.subject() != null
        && Arrays.stream(Subject.values()).noneMatch(s -> s.label().equals(filter.subject()))) {
      throw refusal("subject", "Math, ELA, Science or Social Studies");
    }
    if (filter.skillId() != null && !RemediationRules.isLine(filter.skillId())) {
      throw refusal("skill", "the id of a skill");
    }
  }

  static ProblemException refusal(String parameter, String expected) {
    return CommonProblem.INVALID_REQUEST.with(
        "The list cannot be asked for like this.", new FieldError(parameter, expected));
  }
}
