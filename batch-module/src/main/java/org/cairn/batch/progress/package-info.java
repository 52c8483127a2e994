/**
 * The job {@code snapshot-verification}: pages through a district's learners and has {@link
 * org.cairn.progress.SnapshotVerification} compare their stored progress with their events.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.progress;

import org.jspecify.annotations.NullMarked;
