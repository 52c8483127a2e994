/**
 * The jobs {@code rule-replay}, the dry run, and {@code rule-replay-apply}: they page through a
 * district's learners and have {@link org.cairn.replay.ReplayWork} judge or correct a chunk of
 * them.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.replay;

import org.jspecify.annotations.NullMarked;
