/**
 * The jobs {@code leaderboard-upkeep}, which remembers each night how a district's learners stand,
 * for the trends of the day that begins, and {@code streak-rollover}, which has boards show streaks
 * by the school's calendar as it is now.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.leaderboard;

import org.jspecify.annotations.NullMarked;
