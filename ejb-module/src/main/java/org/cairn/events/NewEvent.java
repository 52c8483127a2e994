package org.cairn.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

  /** What Cairn's own events are about, each with ids that nobody else's event may have. */
  public enum OwnId {
    HINT,
    JOURNEY,
    ONBOARDING,
    SESSION,
    XP_CORRECTION;

    private static final List<OwnId> ALL = List.of(values());

    private final String prefix = name().toLowerCase(Locale.ROOT).replace('_', '-') + "/";

    /**
     * The id of the event.
     *
     * @param rest tells the event from the others of its kind
     */
    public String of(String rest) {
      return prefix + rest;
    }
  }

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
    return OwnId.ALL.stream().anyMatch(own -> eventId.startsWith(own.prefix));
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
