/**
 * Leaderboards: how learners rank among those of their district, school, class and grade.
 *
 * <p>Owns {@code leaderboard_entry}, one row for each learner who has earned anything; {@code
 * leaderboard_standing}, how they stood when the day began; {@code leaderboard_opt_out}, {@code
 * leaderboard_settings} and {@code leaderboard_key}. Decides who is on a board, what a place on it
 * is ({@link org.cairn.leaderboard.RankRules}) and by what name a learner stands there ({@link
 * org.cairn.leaderboard.Pseudonyms}). Publishes nothing. Observes {@link
 * org.cairn.gamification.XpSettled}, {@link org.cairn.achievement.AchievementsUnlocked}, {@link
 * org.cairn.journey.JourneyStarted} and {@link org.cairn.roster.RosterImportWork.RosterApplied}.
 */
@NullMarked
package org.cairn.leaderboard;

import org.jspecify.annotations.NullMarked;
