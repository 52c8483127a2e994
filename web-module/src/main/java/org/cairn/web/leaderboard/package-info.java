/**
 * The {@code leaderboard} component over HTTP: reads requests, calls its boundaries, writes
 * answers.
 */
@NullMarked
package org.cairn.web.leaderboard;

import org.jspecify.annotations.NullMarked;
