package org.cairn.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What events have made of a step; what only the time makes of it is {@link StepRules}'.
 *
 * @param completedBy the event that completed it
 * @param leftOutBy the earliest skip or waiver, whether or not it was completed later
 * @param blockedBy the event that took another branch
 * @param branch that was taken from here; {@code null} where none was, or all are open
 */
record StepState(
    @Nullable Evidence completedBy,
    @Nullable Evidence leftOutBy,
    @Nullable Evidence blockedBy,
    @Nullable String branch) {

  static final StepState OPEN = new StepState(null, null, null, null);

  boolean isSettled() {
    return completedBy != null || leftOutBy != null;
  }

  boolean isBlocked() {
    return blockedBy != null;
  }

  /** The event by which it is what it is. */
  @Nullable Evidence by() {
    return completedBy != null ? completedBy : leftOutBy != null ? leftOutBy : blockedBy;
  }

  /** The status as far as events decide it. */
  StepStatus status() {
    if (completedBy != null) {
      return StepStatus.COMPLETED;
    }
    if (leftOutBy != null) {
      return StepStatus.SKIPPED;
    }
    return blockedBy != null ? StepStatus.BLOCKED : StepStatus.AVAILABLE;
  }

  /** The earliest of the moments that made it so. */
  @Nullable Instant since() {
    Instant since = null;
    for (Evidence by : new Evidence[] {completedBy, leftOutBy, blockedBy}) {
      if (by != null && (since == null || by.effectiveAt().isBefore(since))) {
        since = by.effectiveAt();
      }
    }
    return since;
  }

  StepState completed(Evidence by) {
    return new StepState(by, leftOutBy, blockedBy, isSettled() ? branch : by.branch());
  }

  StepState leftOut(Evidence by, @Nullable String defaultBranch) {
    return new StepState(completedBy, by, blockedBy, defaultBranch);
  }

  StepState blocked(Evidence by) {
    return new StepState(completedBy, leftOutBy, by, branch);
  }
}
