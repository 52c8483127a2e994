package org.cairn.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for; what is absent restricts nothing.
 *
 * @param from the first month, such as {@code 2026-01}; absent: eleven before the last
 * @param to the last month; absent: the present one
 * @param school where learners went to school then
 * @param classId who attends the class today
 * @param grade of the journeys, as a CEDS code
 */
public record AnalyticsQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String school,
    @Nullable String classId,
    @Nullable String grade) {

  private static final int MONTHS = 12;
  private static final int MOST_MONTHS = 120;
  private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

  /** The query without what could be wrong with it. */
  record Checked(
      YearMonth from,
      YearMonth to,
      @Nullable UUID school,
      @Nullable UUID classId,
      @Nullable String grade) {

    LocalDate first() {
      return from.atDay(1);
    }

    LocalDate last() {
      return to.atDay(1);
    }
  }

  /**
   * Reads the query.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}, naming every wrong field
   */
  Checked checked(Clock clock) {
    List<FieldError> errors = new ArrayList<>();
    YearMonth last = month("to", to, YearMonth.from(Fact.monthOf(clock.instant())), errors);
    YearMonth first = month("from", from, last.minusMonths(MONTHS - 1L), errors);
    if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
      errors.add(new FieldError("from", "at most " + MOST_MONTHS + " months before `to`"));
    }
    UUID ofSchool = id("school", school, errors);
    UUID ofClass = id("class", classId, errors);
    if (school != null && classId != null) {
      errors.add(new FieldError("class", "a class or a school, not both"));
    }
    if (grade != null && !grade.matches("[A-Z0-9]{2}")) {
      errors.add(new FieldError("grade", "a CEDS code such as 04"));
    }
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "There are no such figures.", errors.toArray(FieldError[]::new));
    }
    return new Checked(first, last, ofSchool, ofClass, grade);
  }

  private static YearMonth month(
      String field, @Nullable String text, YearMonth otherwise, List<FieldError> errors) {
    if (text == null) {
      return otherwise;
    }
    Optional<YearMonth> month = month(text);
    if (month.isEmpty()) {
      errors.add(new FieldError(field, "a month such as 2026-03, from 2000-01 to 2099-12"));
    }
    return month.orElse(otherwise);
  }

  /** The month that a text such as {@code 2026-03} names. */
  static Optional<YearMonth> month(String text) {
    return MONTH.matcher(text).matches() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
  }

  private static @Nullable UUID id(String field, @Nullable String text, List<FieldError> errors) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError(field, "an id"));
      return null;
    }
  }
}
