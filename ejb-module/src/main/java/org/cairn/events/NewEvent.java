package org.cairn.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed event that is about to be appended.
 *
 * @param eventId the sender's id, unique for the learner
 * @param name lower-case dotted {@code object.past_tense}
 * @param occurredAt when it happened by the sender's clock; absent: when it is recorded
 */
public record NewEvent(
    String eventId,
    String name,
    @Nullable Integer version,
    @Nullable String sourceModule,
    @Nullable String projectId,
    @Nullable String clientId,
    @Nullable EventPayload payload,
    @Nullable Instant occurredAt) {

  public NewEvent {
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(name);
    occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
  }
}
