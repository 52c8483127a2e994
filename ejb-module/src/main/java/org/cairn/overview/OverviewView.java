package org.cairn.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cairn.achievement.Achievements;
import org.cairn.gamification.ProfileView;
import org.cairn.journey.JourneyView;
import org.cairn.onboarding.TrackView;
import org.cairn.support.RemediationView;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands. Figures only, never questions or answers.
 *
 * @param grade CEDS code, as in the roster
 * @param profile level, XP and streak; amounts of XP are absent for a learner up to grade 2 itself;
 *     {@code lastActiveAt} tells the last activity
 * @param achievements how many are unlocked, and the latest
 * @param journey the latest, going on or completed; absent before the first
 * @param tracks onboarding tracks that have begun or are required, and are not dismissed
 * @param remediation what is to be worked on now or next, at most five: first what is in progress,
 *     then by priority
 */
public record OverviewView(
    UUID learnerId,
    String givenName,
    @Nullable String grade,
    ProfileView profile,
    Achievements.Summary achievements,
    @Nullable JourneyView journey,
    Week week,
    List<TrackView> tracks,
    List<RemediationView> remediation) {

  /**
   * The present week at the learner's school.
   *
   * @param from its Monday
   * @param timeSpent seconds on answers, as devices tell
   * @param answers how many were given
   */
  public record Week(LocalDate from, long timeSpent, int answers) {}
}
