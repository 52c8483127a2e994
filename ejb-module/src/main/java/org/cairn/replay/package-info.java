/**
 * The replay of rules: a version of the rules of XP judges the past again.
 *
 * <p>Owns {@code rule_replay}, the runs, and {@code rule_replay_difference}, what each would change
 * for whom. Decides which dry run may be applied; what rules make of the past is {@link
 * org.cairn.gamification.Rejudging}'s to say. Publishes and observes nothing.
 */
@NullMarked
package org.cairn.replay;

import org.jspecify.annotations.NullMarked;
