/**
 * XP: what learners have earned, why, and what they are now.
 *
 * <p>Owns {@code game_profile}, {@code xp_transaction}, the ledger, and {@code ledger_finding}, in
 * what the two were seen to differ. Decides what a change of what is owed means for the ledger
 * ({@link org.cairn.gamification.Settlement}) and which level an amount of XP is. Publishes nothing
 * yet. Observes {@link org.cairn.onboarding.TrackAdvanced} and {@link
 * org.cairn.events.EventsRepeated}.
 */
@NullMarked
package org.cairn.gamification;

import org.jspecify.annotations.NullMarked;
