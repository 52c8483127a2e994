package org.cairn.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Freezes;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/**
 * What a learner's sync events reduce to, but for the items.
 *
 * @param streak after the latest day with a transition
 * @param lastUpdated the greatest time of any event by its device's clock
 */
record ProgressHead(
    @Nullable String activePath,
    @Nullable Instant onboardingCompletedAt,
    @Nullable String onboardingPathId,
    @Nullable Streak streak,
    @Nullable Instant lastUpdated) {

  static final ProgressHead NONE = new ProgressHead(null, null, null, null, null);

  ProgressHead updated(Instant occurredAt) {
    return lastUpdated != null && !occurredAt.isAfter(lastUpdated)
        ? this
        : new ProgressHead(activePath, onboardingCompletedAt, onboardingPathId, streak, occurredAt);
  }

  ProgressHead onPath(@Nullable String path) {
    return new ProgressHead(path, onboardingCompletedAt, onboardingPathId, streak, lastUpdated);
  }

  ProgressHead onboarded(@Nullable Instant at, @Nullable String path) {
    return new ProgressHead(activePath, at, path, streak, lastUpdated);
  }

  ProgressHead cleared() {
    return new ProgressHead(null, null, null, null, lastUpdated);
  }

  /** With an activity that is not before any other. */
  ProgressHead active(Instant at, SchoolCalendar calendar) {
    LocalDate day = calendar.dayOf(at);
    if (streak != null && !streak.day().isBefore(day)) {
      return this;
    }
    Streak longer = Streak.after(streak, day, calendar.meetsOn(day), calendar, Freezes.NONE);
    return new ProgressHead(
        activePath, onboardingCompletedAt, onboardingPathId, longer, lastUpdated);
  }
}
