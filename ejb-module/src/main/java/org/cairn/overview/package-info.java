/**
 * Overviews: how a learner stands, in one answer.
 *
 * <p>Owns no table; reads the views {@code person}, {@code schooling} and {@code answer_given}, and
 * asks journeys, gamification, achievements, onboarding and support. Decides what of it all comes
 * first. Publishes and observes nothing.
 */
@NullMarked
package org.cairn.overview;

import org.jspecify.annotations.NullMarked;
