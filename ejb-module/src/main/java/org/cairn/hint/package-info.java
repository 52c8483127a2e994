/**
 * Hints: help with a question, from an encouragement to the answer, for the day's free ones or XP.
 *
 * <p>Owns {@code hint}; reads the views {@code schooling} and {@code lifetime_xp}. Decides what a
 * hint costs whom, and which one is recommended ({@link org.cairn.hint.HintRules}); prices are the
 * rules' ({@link org.cairn.gamification.GameBook}), texts the content's. Publishes and observes
 * nothing; each hint is an event in the learner's log.
 */
@NullMarked
package org.cairn.hint;

import org.jspecify.annotations.NullMarked;
