package org.cairn.events;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;

/**
 * Events of one learner were sent again. Nothing changes; reactions tell once more what they made
 * of the events, so that a repeated request gets the first one's answer.
 */
public record EventsRepeated(
    ActingLearner learner, List<RecordedEvent> events, Consequences consequences)
    implements DomainEvent {

  /** The ids of the repeated events. */
  public List<String> eventIds() {
    return events.stream().map(RecordedEvent::eventId).toList();
  }
}
