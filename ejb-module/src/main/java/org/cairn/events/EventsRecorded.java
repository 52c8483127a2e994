package org.cairn.events;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;

/**
 * New events of one learner are in the log: all of one request, in the order of their positions.
 *
 * @param learner whose lock this transaction holds
 * @param consequences where reactions tell what they made of the events
 */
public record EventsRecorded(
    ActingLearner learner, List<RecordedEvent> events, Consequences consequences)
    implements DomainEvent {}
