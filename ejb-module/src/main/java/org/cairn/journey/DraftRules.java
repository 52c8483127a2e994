package org.cairn.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.events.NewEvent;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.cairn.shared.TimeRules;
import org.jspecify.annotations.Nullable;

/** What learners' devices may send. */
final class DraftRules {

  private static final int LONGEST_TEXT = 100;
  private static final int LONGEST_ANSWER = 1_000;
  private static final int MOST_CHOSEN = 10;
  private static final int DAY = 86_400;
  private static final int MOST_HINTS = 100;
  private static final Set<String> TYPES = Set.of("practice", "assessment");
  private static final Set<String> GRADES =
      Set.of(
          "PK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "UG");

  private final List<FieldError> errors = new ArrayList<>();

  private DraftRules() {}

  static List<FieldError> errors(Journeys.Start start) {
    DraftRules rules = new DraftRules();
    rules.require(start.journeyId() != null, "/journeyId", "a UUID that the device has chosen");
    rules.line(start.career(), "/career", "the id of a career");
    rules.line(start.companion(), "/companion", "1 to " + LONGEST_TEXT + " characters");
    rules.require(
        start.gradeLevel() == null || GRADES.contains(start.gradeLevel()),
        "/gradeLevel",
        "a CEDS code such as KG or 04");
    rules.time(start.occurredAt());
    return rules.errors;
  }

  static List<FieldError> errors(Lessons.Answer answer) {
    DraftRules rules = new DraftRules();
    rules.line(answer.eventId(), "/eventId", "1 to " + LONGEST_TEXT + " characters");
    rules.require(
        answer.eventId() == null || !NewEvent.isOwnId(answer.eventId()),
        "/eventId",
        NewEvent.ID_EXPECTED);
    rules.line(answer.questionId(), "/questionId", "the id of a question of the lesson");
    rules.require(
        answer.questionType() != null && TYPES.contains(answer.questionType()),
        "/questionType",
        "practice or assessment");
    rules.answer(answer.answer());
    rules.number(answer.timeSpent(), 0, DAY, "/timeSpent");
    rules.number(answer.hintsUsed(), 0, MOST_HINTS, "/hintsUsed");
    if (answer.attemptNumber() != null) {
      rules.number(answer.attemptNumber(), 1, 1_000, "/attemptNumber");
    }
    rules.time(answer.occurredAt());
    return rules.errors;
  }

  /** A device names itself with a line of text, or not at all. */
  static List<FieldError> errors(@Nullable String device) {
    DraftRules rules = new DraftRules();
    if (device != null) {
      rules.line(device, "Device-Id", "1 to " + LONGEST_TEXT + " characters");
    }
    return rules.errors;
  }

  private void answer(@Nullable List<String> answer) {
    boolean fits =
        answer != null
            && !answer.isEmpty()
            && answer.size() <= MOST_CHOSEN
            && answer.stream().mapToInt(String::length).sum() <= LONGEST_ANSWER
            && answer.stream().noneMatch(text -> text.isBlank() || !TextRules.isLine(text));
    require(
        fits,
        "/answer",
        "a text, a number, true or false, or ids of choices; at most "
            + LONGEST_ANSWER
            + " characters");
  }

  private void line(@Nullable String text, String field, String expected) {
    require(
        text != null && !text.isBlank() && text.length() <= LONGEST_TEXT && TextRules.isLine(text),
        field,
        expected);
  }

  private void number(@Nullable Integer number, int least, int most, String field) {
    require(
        number != null && number >= least && number <= most,
        field,
        "a whole number from " + least + " to " + most);
  }

  private void time(@Nullable Instant time) {
    require(time == null || TimeRules.isSane(time), "/occurredAt", TimeRules.EXPECTED);
  }

  private void require(boolean holds, String field, String expected) {
    if (!holds) {
      errors.add(new FieldError(field, expected));
    }
  }
}
