package org.cairn.onboarding;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequences;
import org.cairn.shared.DomainEvent;

/**
 * A learner's tracks owe other rewards than before: one event for all tracks of one request.
 *
 * @param rewards those that changed, each with all that is owed for its source now
 * @param consequences where reactions tell what they paid
 */
public record TrackAdvanced(ActingLearner learner, List<Reward> rewards, Consequences consequences)
    implements DomainEvent {}
