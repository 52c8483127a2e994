package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands on a track, as stored.
 *
 * @param version of the track that the learner is on
 * @param completedAt when the last required step was completed
 * @param evidence what each step is judged by
 */
record Standing(
    int version,
    int progress,
    int xpEarned,
    Instant startedAt,
    @Nullable Instant completedAt,
    List<Evidence> evidence) {

  Standing with(Evidence more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.add(more);
    return new Standing(version, progress, xpEarned, startedAt, completedAt, all);
  }
}
