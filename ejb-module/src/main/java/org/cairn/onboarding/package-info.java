/**
 * Onboarding tracks: what is to be done first, and how far each learner has come.
 *
 * <p>Owns {@code onboarding_track}, {@code onboarding_progress}, {@code onboarding_evidence},
 * {@code onboarding_step_completion}, {@code onboarding_assignment} and {@code onboarding_tip}.
 * Decides when a step and a track are complete: a pure function ({@link
 * org.cairn.onboarding.TrackFold}) of the track's version, the learner's matching events and what
 * was decided about the track, which are events, too ({@link org.cairn.onboarding.TrackCommand}).
 * Publishes {@link org.cairn.onboarding.TrackAdvanced}. Observes {@link
 * org.cairn.events.EventsRecorded} and {@link org.cairn.events.EventsRepeated}.
 */
@NullMarked
package org.cairn.onboarding;

import org.jspecify.annotations.NullMarked;
