package org.cairn.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands on a track, as stored.
 *
 * @param own whether the version is one of the district's own
 * @param version of the track that the learner is on
 * @param retiredSteps how many steps of the version were gone when it was judged last
 * @param since the position of the first event that was looked at
 * @param startedAt absent where it has not begun
 * @param completedAt when nothing was left to wait for
 * @param evidence what counted
 */
record Standing(
    boolean own,
    int version,
    int retiredSteps,
    long since,
    int progress,
    int xpEarned,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant dismissedAt,
    List<Evidence> evidence) {

  boolean hasBegun() {
    return startedAt != null;
  }

  Standing with(Evidence more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.add(more);
    return new Standing(
        own,
        version,
        retiredSteps,
        since,
        progress,
        xpEarned,
        startedAt,
        completedAt,
        dismissedAt,
        all);
  }
}
