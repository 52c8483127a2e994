package org.cairn.web.onboarding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.onboarding.OnboardingEvents.Draft;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** An event in the contract's words, as its sender wrote it. */
record OnboardingEventBody(
    @Nullable String learnerId,
    @Nullable String trackId,
    @Nullable String eventName,
    @Nullable Integer eventVersion,
    @Nullable Map<String, @Nullable Object> eventPayload,
    @Nullable String occurredAt,
    @Nullable String eventId) {

  static Draft draft(@Nullable OnboardingEventBody body, @Nullable String idempotencyKey) {
    if (body == null) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was recorded.", new FieldError("", "a JSON object"));
    }
    List<FieldError> unreadable = new ArrayList<>();
    Instant occurredAt = instant(body.occurredAt(), unreadable);
    return new Draft(
        body.learnerId(),
        body.trackId(),
        body.eventName(),
        body.eventVersion(),
        body.eventPayload(),
        occurredAt,
        body.eventId(),
        idempotencyKey,
        unreadable);
  }

  private static @Nullable Instant instant(@Nullable String text, List<FieldError> unreadable) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      unreadable.add(
          new FieldError(
              "/occurredAt", "an RFC 3339 time with offset, as in 2026-03-02T08:30:00Z"));
      return null;
    }
  }
}
