package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when a step can be done.
 *
 * @param unlockAfterHours from the track's start
 * @param dueWithinHours from the unlock; absent: for ever
 */
record Availability(int unlockAfterHours, @Nullable Integer dueWithinHours) {

  static final Availability ALWAYS = new Availability(0, null);

  /**
   * Hours where they are given, else the day: day 1 is that of the start, and each has 24 hours.
   */
  static Availability of(
      @Nullable Integer unlockAfterHours,
      @Nullable Integer unlockOnDay,
      @Nullable Integer dueWithinHours) {
    int byDay = unlockOnDay == null ? 0 : (unlockOnDay - 1) * 24;
    return new Availability(unlockAfterHours == null ? byDay : unlockAfterHours, dueWithinHours);
  }

  Instant unlocksAt(Instant start) {
    return start.plus(Duration.ofHours(unlockAfterHours));
  }

  @Nullable Instant dueAt(Instant start) {
    return dueWithinHours == null ? null : unlocksAt(start).plus(Duration.ofHours(dueWithinHours));
  }
}
