package org.cairn.events;

import java.time.Instant;
import java.util.UUID;
import org.cairn.access.Trust;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the learner's log; later ones are greater, some may be missing
 * @param effectiveAt the time at which it counts: {@code occurredAt}, or {@code recordedAt} where
 *     the sender's clock ran more than {@link EventTimes#TOLERANCE} ahead
 * @param occurredText {@code occurredAt} as the sender wrote it, kept for events of progress sync
 */
public record RecordedEvent(
    UUID learnerId,
    long position,
    String eventId,
    String name,
    @Nullable Integer version,
    @Nullable String sourceModule,
    @Nullable String projectId,
    @Nullable String clientId,
    @Nullable EventPayload payload,
    Instant occurredAt,
    Instant effectiveAt,
    Instant recordedAt,
    Trust trust,
    @Nullable String occurredText) {

  /** An event that is none of progress sync. */
  public RecordedEvent(
      UUID learnerId,
      long position,
      String eventId,
      String name,
      @Nullable Integer version,
      @Nullable String sourceModule,
      @Nullable String projectId,
      @Nullable String clientId,
      @Nullable EventPayload payload,
      Instant occurredAt,
      Instant effectiveAt,
      Instant recordedAt,
      Trust trust) {
    this(
        learnerId,
        position,
        eventId,
        name,
        version,
        sourceModule,
        projectId,
        clientId,
        payload,
        occurredAt,
        effectiveAt,
        recordedAt,
        trust,
        null);
  }

  /** Whether the sender's clock ran ahead of Cairn's. */
  public boolean clockSkew() {
    return effectiveAt.isBefore(occurredAt);
  }
}
