package org.cairn.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a track's definition.
 *
 * @param version 1 for the first definition of the key, one more for each changed one
 * @param isActive whether learners can still start it
 * @param streakRule a bonus for finishing fast, if there is one
 * @param completionXp a bonus for finishing, 0 for none
 * @param steps in their order
 */
record Track(
    String key,
    int version,
    @Nullable String productId,
    String name,
    @Nullable String description,
    boolean isActive,
    boolean isRequired,
    @Nullable StreakRule streakRule,
    int completionXp,
    @Nullable String badgeKey,
    List<Step> steps) {

  /** A bonus for whoever finishes within the window from the start. */
  record StreakRule(int hoursWindow, int bonusXp) {}

  Track {
    steps = List.copyOf(steps);
  }

  int totalXp() {
    int bonus = completionXp + (streakRule == null ? 0 : streakRule.bonusXp());
    return bonus + steps.stream().mapToInt(Step::xpReward).sum();
  }
}
