/**
 * Lesson plans: what a journey was, and how to go on, on paper; for guardians above all.
 *
 * <p>Owns {@code lesson_plan}, and in the object storage the container {@code journey-summaries};
 * reads the views {@code person}, {@code schooling} and {@code journey_begun}. Decides what a plan
 * tells, when the stored one still is right, and who gets which document: the plan whoever may see
 * the learner, its answer key those who teach it or run its school, a link a guardian. Publishes
 * nothing. Observes {@link org.cairn.events.EventsRecorded}.
 */
@NullMarked
package org.cairn.lessonplan;

import org.jspecify.annotations.NullMarked;
