package org.cairn.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed event that is about to be appended.
 *
 * @param eventId the sender's id, unique for the learner
 * @param name lower-case dotted {@code object.past_tense}
 * @param occurredAt when it happened by the sender's clock; absent: when it is recorded
 * @param occurredText the same as the sender wrote it, for events that are given back as they came:
 *     those of progress sync
 */
public record NewEvent(
    String eventId,
    String name,
    @Nullable Integer version,
    @Nullable String sourceModule,
    @Nullable String projectId,
    @Nullable String clientId,
    @Nullable EventPayload payload,
    @Nullable Instant occurredAt,
    @Nullable String occurredText) {

  /** What is expected of a sender's id, beside its length; for people. */
  public static final String ID_EXPECTED =
      "an id of a kind that Cairn does not give its own events";

  private static final Pattern OWN_ID =
      Pattern.compile("(?:hint|journey|onboarding|session|xp-correction)/.*", Pattern.DOTALL);

  public NewEvent {
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(name);
    occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Whether Cairn gives such ids to events of its own: who sent one first would keep Cairn from
   * recording what it is for.
   */
  public static boolean isOwnId(String eventId) {
    return OWN_ID.matcher(eventId).matches();
  }

  /** An event whose sender needs no text back. */
  public NewEvent(
      String eventId,
      String name,
      @Nullable Integer version,
      @Nullable String sourceModule,
      @Nullable String projectId,
      @Nullable String clientId,
      @Nullable EventPayload payload,
      @Nullable Instant occurredAt) {
    this(eventId, name, version, sourceModule, projectId, clientId, payload, occurredAt, null);
  }
}
