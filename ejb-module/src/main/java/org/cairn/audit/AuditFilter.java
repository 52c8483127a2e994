package org.cairn.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.TimeRules;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is absent restricts nothing.
 *
 * @param actor the subject of a token, or a job's name
 * @param from the earliest time
 * @param to the time before which they happened
 */
public record AuditFilter(
    @Nullable UUID learner,
    @Nullable String actor,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable Instant from,
    @Nullable Instant to) {

  /**
   * Reads the parameters of a request.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}, naming every wrong one
   */
  public static AuditFilter of(
      @Nullable String learner,
      @Nullable String actor,
      @Nullable String action,
      @Nullable String outcome,
      @Nullable String from,
      @Nullable String to) {
    List<FieldError> errors = new ArrayList<>();
    AuditFilter filter =
        new AuditFilter(
            uuid(learner, errors),
            actor,
            constant("action", action, AuditAction.values(), errors),
            constant("outcome", outcome, AuditOutcome.values(), errors),
            instant("from", from, errors),
            instant("to", to, errors));
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "The filter cannot be read.", errors.toArray(FieldError[]::new));
    }
    return filter;
  }

  /** The same, of entries before a time only. */
  AuditFilter until(Instant now) {
    return new AuditFilter(
        learner, actor, action, outcome, from, to == null || to.isAfter(now) ? now : to);
  }

  /** What is asked for, as an entry's detail. */
  Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    put(told, "learner", learner);
    put(told, "action", action);
    put(told, "outcome", outcome);
    put(told, "from", from);
    put(told, "to", to);
    if (actor != null) {
      told.put("actor", actor.length() > 100 ? actor.substring(0, 100) : actor);
    }
    return told;
  }

  private static void put(Map<String, String> told, String key, @Nullable Object value) {
    if (value != null) {
      told.put(key, value.toString());
    }
  }

  private static @Nullable UUID uuid(@Nullable String text, List<FieldError> errors) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError("learner", "a learner's id"));
      return null;
    }
  }

  private static @Nullable Instant instant(
      String field, @Nullable String text, List<FieldError> errors) {
    try {
      Instant time = text == null ? null : Instant.parse(text);
      if (time == null || TimeRules.isSane(time)) {
        return time;
      }
      errors.add(new FieldError(field, TimeRules.EXPECTED));
    } catch (DateTimeParseException e) {
      errors.add(new FieldError(field, "a time such as 2026-03-02T08:30:00Z"));
    }
    return null;
  }

  private static @Nullable String constant(
      String field, @Nullable String text, Enum<?>[] known, List<FieldError> errors) {
    if (text != null && Arrays.stream(known).noneMatch(each -> each.name().equals(text))) {
      errors.add(new FieldError(field, "one of " + Arrays.toString(known)));
    }
    return text;
  }
}
