/**
 * Progress sync: a learner's devices keep one history of events, and one snapshot that follows from
 * it.
 *
 * <p>Owns {@code progress_state} and {@code progress_item}, what a learner's sync events reduce to;
 * {@code progress_device}, the devices that have synced; and {@code progress_finding}, in what a
 * stored state was seen to differ from its events. The events themselves are in the one log.
 * Decides which sync events are well-formed ({@link org.cairn.progress.SyncRules}), what they
 * reduce to ({@link org.cairn.progress.ProgressFold}), and which cursors still hold. Publishes
 * nothing. Observes {@link org.cairn.events.EventsRecorded}.
 */
@NullMarked
package org.cairn.progress;

import org.jspecify.annotations.NullMarked;
