/**
 * The job {@code leaderboard-upkeep}: remembers each night how a district's learners stand, for the
 * trends of the day that begins.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.leaderboard;

import org.jspecify.annotations.NullMarked;
