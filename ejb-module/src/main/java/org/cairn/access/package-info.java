/**
 * Who may see and act for whom.
 *
 * <p>Owns {@code erased_learner}, by which nothing comes back of those who were erased; reads the
 * views {@code person}, {@code guards}, {@code teaches}, {@code administers}, {@code school},
 * {@code learner_place}, {@code class_student}, {@code class_place} and {@code staff_place} that
 * the roster publishes. Decides every permission about a learner or a group of them, each by one
 * pure rule ({@link org.cairn.access.RelationRule}, {@link org.cairn.access.GroupRule}), and alone
 * makes the types that stores demand: {@link org.cairn.access.VisibleLearner}, {@link
 * org.cairn.access.ActingLearner}, {@link org.cairn.access.VisibleScope} and {@link
 * org.cairn.access.VisibleGroup}. Publishes and observes nothing.
 */
@NullMarked
package org.cairn.access;

import org.jspecify.annotations.NullMarked;
