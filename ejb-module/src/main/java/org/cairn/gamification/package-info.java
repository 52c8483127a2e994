/**
 * XP: what learners have earned, why, what they are now, and the one streak.
 *
 * <p>Owns {@code rule_set} and {@code rule_activation}, the versions of the rules; {@code game_day}
 * and {@code game_calendar}, the days with verified activity and what they were judged by; {@code
 * xp_earning}, what is owed and for which facts; {@code xp_transaction}, the ledger; {@code
 * game_profile}; and {@code ledger_finding}, in what the last two were seen to differ. Decides what
 * facts are worth ({@link org.cairn.gamification.AwardRule}, {@link
 * org.cairn.gamification.DueRules}), how long a streak is ({@link
 * org.cairn.gamification.StreakFold}) and what a change of what is owed means for the ledger
 * ({@link org.cairn.gamification.Settlement}). Publishes {@link org.cairn.gamification.XpSettled}
 * when the ledger has new rows. Observes {@link org.cairn.events.EventsRecorded}, {@link
 * org.cairn.onboarding.TrackAdvanced}, {@link org.cairn.journey.JourneyAdvanced} and {@link
 * org.cairn.events.EventsRepeated}.
 */
@NullMarked
package org.cairn.gamification;

import org.jspecify.annotations.NullMarked;
