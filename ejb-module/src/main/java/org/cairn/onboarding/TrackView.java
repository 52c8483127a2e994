package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A track in a list.
 *
 * @param district whether the district made it, else it is shared
 * @param targetRole whose track it is, absent: everybody's
 * @param isRequired of everybody, or of this learner by an assignment
 * @param dueAt by when an assigned track is to be complete
 * @param steps how many it has now
 * @param totalXp the most that it can earn; absent where the caller is not shown XP
 * @param progress absent where progress was not asked for
 */
public record TrackView(
    String key,
    int version,
    boolean district,
    String name,
    @Nullable String description,
    @Nullable String productId,
    @Nullable String targetRole,
    boolean isRequired,
    @Nullable Instant dueAt,
    int steps,
    @Nullable Integer totalXp,
    @Nullable Progress progress) {

  /**
   * How far a learner has come.
   *
   * @param percent 0 to 100
   * @param xpEarned the sum of the ledger rows that name the track; absent where the caller is not
   *     shown XP
   * @param startedAt by event time, absent where it has not begun
   * @param completedAt by event time
   * @param dismissedAt since when it is not offered any more
   */
  public record Progress(
      int percent,
      @Nullable Integer xpEarned,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      @Nullable Instant dismissedAt) {

    private Progress withoutXp() {
      return new Progress(percent, null, startedAt, completedAt, dismissedAt);
    }
  }

  static TrackView of(Track track, @Nullable Instant dueAt, @Nullable Progress progress) {
    return new TrackView(
        track.key(),
        track.version(),
        track.own(),
        track.name(),
        track.description(),
        track.productId(),
        track.audience().role(),
        track.isRequired() || dueAt != null,
        dueAt,
        (int) track.steps().stream().filter(Step::isOffered).count(),
        track.totalXp(),
        progress);
  }

  /** The same for those who are not shown XP. */
  TrackView withoutXp() {
    return new TrackView(
        key,
        version,
        district,
        name,
        description,
        productId,
        targetRole,
        isRequired,
        dueAt,
        steps,
        null,
        progress == null ? null : progress.withoutXp());
  }
}
