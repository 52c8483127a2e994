package org.cairn.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * One step of a track.
 *
 * @param xpReward paid once, as written
 * @param isRequired whether the track waits for it
 */
record Step(
    String key,
    String title,
    @Nullable String description,
    @Nullable String instructions,
    @Nullable String helpUrl,
    @Nullable String actionUrl,
    @Nullable String actionLabel,
    int order,
    int xpReward,
    boolean isRequired,
    StepCondition completion) {}
