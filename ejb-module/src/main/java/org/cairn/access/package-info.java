/**
 * Who may see and act for whom.
 *
 * <p>Owns {@code erased_learner}, by which nothing comes back of those who were erased; reads the
 * views {@code person}, {@code guards}, {@code teaches} and {@code administers} that the roster
 * publishes. Decides every permission about a learner, by one pure rule ({@link
 * org.cairn.access.RelationRule}), and alone makes the types that stores demand: {@link
 * org.cairn.access.VisibleLearner}, {@link org.cairn.access.ActingLearner} and {@link
 * org.cairn.access.VisibleScope}. Publishes and observes nothing.
 */
@NullMarked
package org.cairn.access;

import org.jspecify.annotations.NullMarked;
