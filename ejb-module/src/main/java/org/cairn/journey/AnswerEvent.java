package org.cairn.journey;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cairn.events.Consequences;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.events.RecordedEvent;
import org.cairn.journey.Lessons.Answer;
import org.jspecify.annotations.Nullable;

/** An answer as the log keeps it: what the device said, and what it was judged by. */
final class AnswerEvent {

  static final String NAME = "question.answered";

  private AnswerEvent() {}

  static NewEvent of(Attempt attempt, Lesson lesson, int tryNumber, java.time.Instant occurredAt) {
    Map<String, @Nullable Object> payload = new HashMap<>();
    payload.put("journeyId", attempt.journeyId().toString());
    payload.put("sessionId", attempt.sessionId().toString());
    payload.put("container", lesson.container().name());
    payload.put("subject", attempt.subject());
    payload.put("skillId", attempt.skillId());
    payload.put("questionId", attempt.questionId());
    payload.put("questionType", attempt.questionType());
    payload.put("answer", attempt.answer());
    payload.put("attemptNumber", attempt.attemptNumber());
    payload.put("timeSpent", attempt.timeSpent());
    payload.put("hintsUsed", attempt.hintsUsed());
    payload.put("verified", attempt.verified());
    payload.put("correct", attempt.verified() ? attempt.correct() : null);
    payload.put("try", tryNumber);
    payload.put("keyVersion", attempt.keyVersion());
    payload.put("grade", attempt.grade());
    payload.put("schoolDay", attempt.schoolDay().toString());
    payload.put("schoolYear", attempt.schoolYear());
    return new NewEvent(
        attempt.eventId(), NAME, 1, "journey", null, null, EventPayload.of(payload), occurredAt);
  }

  /** Whether a device says again what it said: what the answer was judged by may have changed. */
  static boolean isSame(RecordedEvent known, UUID session, Answer answer) {
    EventPayload payload = known.payload();
    return known.name().equals(NAME)
        && payload != null
        && session.toString().equals(payload.value("sessionId"))
        && Objects.equals(answer.questionId(), payload.value("questionId"))
        && Objects.equals(answer.questionType(), payload.value("questionType"))
        && Objects.equals(answer.answer(), payload.value("answer"))
        && Objects.equals(answer.attemptNumber(), payload.value("attemptNumber"))
        && Objects.equals(answer.timeSpent(), payload.value("timeSpent"))
        && Objects.equals(answer.hintsUsed(), payload.value("hintsUsed"))
        && (answer.occurredAt() == null
            || answer.occurredAt().truncatedTo(ChronoUnit.MICROS).equals(known.occurredAt()));
  }

  static LessonView.Judged view(RecordedEvent recorded, Consequences consequences) {
    EventPayload payload = Objects.requireNonNull(recorded.payload());
    return new LessonView.Judged(
        recorded.eventId(),
        UUID.fromString(text(payload, "sessionId")),
        text(payload, "questionId"),
        (Boolean) payload.value("correct"),
        Boolean.TRUE.equals(payload.value("verified")),
        number(payload, "try"),
        number(payload, "keyVersion"),
        List.copyOf(consequences.of(recorded.eventId())));
  }

  private static String text(EventPayload payload, String key) {
    return String.valueOf(payload.value(key));
  }

  private static int number(EventPayload payload, String key) {
    return payload.value(key) instanceof Number number ? number.intValue() : 0;
  }
}
