package org.cairn.leaderboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a learner wants to be on no leaderboard.
 *
 * @param byLearner whether the learner decided it, who then can take it back; absent without one
 * @param since when it was decided first
 */
public record OptOutView(boolean optedOut, @Nullable Boolean byLearner, @Nullable Instant since) {

  static final OptOutView NONE = new OptOutView(false, null, null);
}
