/**
 * Journeys: LEARN, EXPERIENCE, DISCOVER, each with four subjects; what was asked, answered and
 * completed on the way.
 *
 * <p>Owns {@code learning_journey}, {@code journey}, {@code container_session}, {@code
 * question_attempt}, {@code skill_authority} and {@code journey_device}; reads the views {@code
 * schooling} and {@code school_term}. Decides what a lesson asks, when lesson and journey are
 * complete, and how a learner stands on questions, lessons and skills. What was touched by nobody
 * for a year it gives to the archive, and keeps a stub. Publishes {@link
 * org.cairn.journey.JourneyStarted} and {@link org.cairn.journey.JourneyAdvanced}; observes
 * nothing.
 */
@NullMarked
package org.cairn.journey;

import org.jspecify.annotations.NullMarked;
