package org.cairn.leaderboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner on a board.
 *
 * @param score what the board ranks by
 * @param streak 0 where it has ended
 */
record Entrant(
    UUID learnerId,
    long score,
    long xp,
    long streak,
    long achievements,
    @Nullable String career,
    @Nullable String companion) {}
