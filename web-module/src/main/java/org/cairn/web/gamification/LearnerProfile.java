package org.cairn.web.gamification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.cairn.achievement.Achievements;
import org.cairn.gamification.ProfileView;
import org.cairn.hint.HintAllowances;

/**
 * A profile with what other components know of the learner.
 *
 * @param achievements how many are unlocked, and the latest
 * @param hints of the school's today, and how many are still free
 */
public record LearnerProfile(
    @JsonUnwrapped ProfileView profile,
    Achievements.Summary achievements,
    HintAllowances.Summary hints) {}
