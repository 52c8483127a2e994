/**
 * The learning event log: what learners did, append-only, in the order in which Cairn accepted it.
 *
 * <p>Owns the tables {@code learner_log} (the learner's lock and counter) and {@code
 * learning_event}. Decides which events are well-formed, which are repetitions and which contradict
 * an earlier one, and at which time an event counts. Publishes {@link
 * org.cairn.events.EventsRecorded} for what is new and {@link org.cairn.events.EventsRepeated} for
 * what was there, one of each for a learner and request, inside the transaction. Observes nothing.
 */
@NullMarked
package org.cairn.events;

import org.jspecify.annotations.NullMarked;
