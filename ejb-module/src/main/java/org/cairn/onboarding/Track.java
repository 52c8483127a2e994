package org.cairn.onboarding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a track's definition.
 *
 * @param own whether the district made it, else it is shared
 * @param version 1 for the first definition of the key, one more for each changed one
 * @param audience for whom it is
 * @param isActive whether learners can still start it
 * @param streakRule a bonus for finishing fast, if there is one
 * @param completionXp a bonus for finishing, 0 for none
 * @param steps in their order
 */
record Track(
    String key,
    boolean own,
    int version,
    @Nullable String productId,
    String name,
    @Nullable String description,
    Audience audience,
    Messages messages,
    boolean isActive,
    boolean isRequired,
    @Nullable StreakRule streakRule,
    int completionXp,
    @Nullable String badgeKey,
    List<Step> steps) {

  /** A bonus for whoever finishes within the window from the start. */
  record StreakRule(int hoursWindow, int bonusXp) {}

  /**
   * For whom a track is.
   *
   * @param role a role's name; absent: everybody's
   * @param segment a word of the author's
   */
  record Audience(@Nullable String role, @Nullable String segment) {

    static final Audience EVERYBODY = new Audience(null, null);
  }

  /** What is said at the start and at the end. */
  record Messages(
      @Nullable String welcomeTitle,
      @Nullable String welcomeMessage,
      @Nullable String completionTitle,
      @Nullable String completionMessage) {

    static final Messages NONE = new Messages(null, null, null, null);
  }

  Track {
    steps = List.copyOf(steps);
  }

  Optional<Step> step(String stepKey) {
    return steps.stream().filter(step -> step.key().equals(stepKey)).findFirst();
  }

  int totalXp() {
    int bonus = completionXp + (streakRule == null ? 0 : streakRule.bonusXp());
    return bonus + steps.stream().filter(Step::isOffered).mapToInt(Step::xpReward).sum();
  }

  /**
   * Whether it depends on more than the events that counted which ones count: then a late event can
   * make others count that did not before.
   */
  boolean isGated() {
    return steps.stream().anyMatch(Step::isGated);
  }

  /** How many steps have been retired since the version was made. */
  int retiredSteps() {
    return (int) steps.stream().filter(step -> !step.isOffered()).count();
  }

  /** What its rewards are told apart by in the ledger. */
  String source() {
    return "track/" + key;
  }
}
