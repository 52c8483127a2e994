/**
 * Achievements: what is unlocked once, when enough was done of something.
 *
 * <p>Owns {@code achievement_unlocked} and {@code achievement_deed}, how often counted events came;
 * reads the views {@code completed_lesson}, {@code mastered_skill}, {@code lifetime_xp} and {@code
 * best_streak}. Decides which achievements a learner has fulfilled ({@link
 * org.cairn.achievement.UnlockRules}); what there is to unlock, the rules say ({@link
 * org.cairn.gamification.GameBook}). Publishes {@link org.cairn.achievement.AchievementsUnlocked}.
 * Observes {@link org.cairn.journey.JourneyAdvanced}, {@link org.cairn.gamification.XpSettled},
 * {@link org.cairn.events.EventsRecorded} and {@link org.cairn.events.EventsRepeated}.
 */
@NullMarked
package org.cairn.achievement;

import org.jspecify.annotations.NullMarked;
