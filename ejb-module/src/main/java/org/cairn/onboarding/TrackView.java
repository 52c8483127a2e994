package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A track in a list.
 *
 * @param totalXp the most that it can earn
 * @param progress absent where progress was not asked for
 */
public record TrackView(
    String key,
    int version,
    String name,
    @Nullable String description,
    @Nullable String productId,
    boolean isRequired,
    int steps,
    int totalXp,
    @Nullable Progress progress) {

  /**
   * How far a learner has come.
   *
   * @param percent 0 to 100
   * @param xpEarned the sum of the ledger rows that name the track
   */
  public record Progress(
      int percent, int xpEarned, @Nullable Instant startedAt, @Nullable Instant completedAt) {}

  static TrackView of(Track track, @Nullable Progress progress) {
    return new TrackView(
        track.key(),
        track.version(),
        track.name(),
        track.description(),
        track.productId(),
        track.isRequired(),
        track.steps().size(),
        track.totalXp(),
        progress);
  }
}
