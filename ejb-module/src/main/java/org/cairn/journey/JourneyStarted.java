package org.cairn.journey;

import java.time.Instant;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;

/**
 * A learner has begun a journey.
 *
 * @param learner whose lock this transaction holds
 * @param career where it leads: the id of a career of the catalog
 * @param companion who goes along
 * @param startedAt when it counts
 */
public record JourneyStarted(
    ActingLearner learner, String career, String companion, Instant startedAt)
    implements DomainEvent {}
