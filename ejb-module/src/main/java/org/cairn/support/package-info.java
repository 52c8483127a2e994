/**
 * Help for learners, by those who care for them: what to work on, who needs help, and a guardian's
 * word on the grade.
 *
 * <p>Owns {@code remediation_item}, {@code grade_override}, {@code grade_progression}, {@code
 * learner_presence} and {@code support_settings}; reads the views that the roster, journeys,
 * onboarding, progress sync, gamification and leaderboards publish. Decides which skills a learner
 * is to work on ({@link org.cairn.support.RemediationRules}), who of a class needs help ({@link
 * org.cairn.support.NeedRules}) and what a guardian's override takes ({@link
 * org.cairn.support.OverrideRules}). Publishes nothing. Observes {@link
 * org.cairn.events.EventsRecorded} and {@link org.cairn.journey.JourneyAdvanced}.
 */
@NullMarked
package org.cairn.support;

import org.jspecify.annotations.NullMarked;
