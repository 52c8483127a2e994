package org.cairn.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a track.
 *
 * @param guide what is shown with it
 * @param xpReward paid once, as written
 * @param isRequired whether the track waits for it
 * @param canSkip whether learners may leave it out
 * @param prerequisites what has to be settled before it opens
 * @param anyPrerequisite whether one of them is enough
 * @param branches in the order in which they are tried
 * @param retiredAt since when it is no longer in the definition, {@code null} where it is
 */
record Step(
    String key,
    String title,
    Guide guide,
    int order,
    int xpReward,
    boolean isRequired,
    boolean canSkip,
    StepCondition completion,
    Availability availability,
    List<Prerequisite> prerequisites,
    boolean anyPrerequisite,
    List<Branch> branches,
    @Nullable Instant retiredAt) {

  /** What a step shows and leads to. */
  record Guide(
      @Nullable String description,
      @Nullable String instructions,
      @Nullable String helpUrl,
      @Nullable String actionUrl,
      @Nullable String actionLabel,
      @Nullable String highlightSelector,
      @Nullable String tooltipPosition) {

    static final Guide NONE = new Guide(null, null, null, null, null, null, null);
  }

  /**
   * Something that has to be settled first.
   *
   * @param branchKey the branch that has to be taken there; absent: any completion will do
   */
  record Prerequisite(String stepKey, @Nullable String branchKey) {}

  Step {
    prerequisites = List.copyOf(prerequisites);
    branches = List.copyOf(branches);
  }

  boolean isOffered() {
    return retiredAt == null;
  }

  boolean isGated() {
    return availability.unlockAfterHours() > 0
        || completion.opensAfterHours() > 0
        || !prerequisites.isEmpty()
        || branches.stream().anyMatch(branch -> !branch.blocks().isEmpty());
  }

  /** Opens by its definition at this time of the track's start; its prerequisites set aside. */
  Instant unlocksAt(Instant start) {
    Instant unlock = availability.unlocksAt(start);
    Instant window = completion.opensAt(start);
    return window.isAfter(unlock) ? window : unlock;
  }

  /** The last moment at which it can be completed, if there is one. */
  @Nullable Instant dueAt(Instant start) {
    Instant due = availability.dueAt(start);
    Instant window = completion.closesAt(start);
    return due == null || (window != null && window.isBefore(due)) ? window : due;
  }

  /** The branch that a completing event takes: the first that speaks of it, else the default. */
  @Nullable String branchOf(org.cairn.events.RecordedEvent event) {
    return branches.stream()
        .filter(branch -> branch.when() != null && branch.when().matches(event))
        .findFirst()
        .map(Branch::key)
        .orElseGet(this::defaultBranch);
  }

  /** The branch without a condition, if there is one. */
  @Nullable String defaultBranch() {
    return branches.stream()
        .filter(branch -> branch.when() == null)
        .findFirst()
        .map(Branch::key)
        .orElse(null);
  }

  /** The steps that a branch leaves out. */
  List<String> blockedBy(@Nullable String branchKey) {
    return branches.stream()
        .filter(branch -> branch.key().equals(branchKey))
        .flatMap(branch -> branch.blocks().stream())
        .toList();
  }
}
