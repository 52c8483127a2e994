package org.cairn.web.shared;

import java.time.Duration;

/**
 * How long one side of a stream may keep a thread waiting: as long as it moves {@link
 * Limits#SLOWEST} bytes for each second of waiting. What it moved fast before buys no time later.
 */
final class Patience {

  private final long grace;
  private final long least;
  private long moved;
  private long waited;

  Patience(Duration grace) {
    this.grace = grace.toNanos();
    this.least = grace.toMillis() * Limits.SLOWEST / 1000;
  }

  void moved(long bytes) {
    moved += Math.max(0, bytes);
  }

  /** Whether it is over, after so many more nanoseconds of waiting. */
  boolean isOverAfter(long nanos) {
    waited += nanos;
    if (waited < grace) {
      return false;
    }
    boolean isOver = moved < least;
    waited = 0;
    moved = 0;
    return isOver;
  }
}
