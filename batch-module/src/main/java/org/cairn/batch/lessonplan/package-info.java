/**
 * The job {@code lesson-plans}: makes the lesson plans of completed journeys that nobody has asked
 * for yet.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.lessonplan;

import org.jspecify.annotations.NullMarked;
