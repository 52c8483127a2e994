package org.cairn.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner has come on a track.
 *
 * @param startedAt absent where it has not begun
 * @param completedBy the event with which the last required step was completed
 * @param completions the event that completed each completed step, by step key
 * @param progress 0 to 100
 * @param rewards all that the track owes now
 */
record TrackState(
    @Nullable Instant startedAt,
    @Nullable Evidence completedBy,
    Map<String, Evidence> completions,
    int progress,
    List<Reward> rewards) {

  int xpEarned() {
    return rewards.stream().mapToInt(Reward::amount).sum();
  }
}
