package org.cairn.web.gamification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.cairn.achievement.Achievements;
import org.cairn.gamification.ProfileView;

/**
 * A profile with what other components know of the learner.
 *
 * @param achievements how many are unlocked, and the latest
 */
public record LearnerProfile(
    @JsonUnwrapped ProfileView profile, Achievements.Summary achievements) {}
