package org.cairn.events;

import java.time.Instant;
import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * New events of one learner are in the log: all of one request, in the order of their positions.
 *
 * @param learner whose lock this transaction holds
 * @param consequences where reactions tell what they made of the events
 * @param knownFrom the beginning of the learner's latest day that {@link EventLog#know} has noted,
 *     {@code null} where none is
 * @param knownUntil its end, exclusive
 */
public record EventsRecorded(
    ActingLearner learner,
    List<RecordedEvent> events,
    Consequences consequences,
    @Nullable Instant knownFrom,
    @Nullable Instant knownUntil)
    implements DomainEvent {

  /** Whether the event took effect on the day that is known already. */
  public boolean isOnKnownDay(RecordedEvent event) {
    return knownFrom != null
        && knownUntil != null
        && !event.effectiveAt().isBefore(knownFrom)
        && event.effectiveAt().isBefore(knownUntil);
  }
}
