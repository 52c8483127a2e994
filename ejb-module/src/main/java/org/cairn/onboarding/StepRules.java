package org.cairn.onboarding;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.onboarding.Step.Prerequisite;
import org.jspecify.annotations.Nullable;

/** When a step is open, and how it stands at a given moment. */
final class StepRules {

  private StepRules() {}

  /** Whether a matching event of this time is looked at. */
  static boolean looksAt(
      Track track, Step step, Map<String, StepState> states, Instant start, Instant at) {
    StepState state = states.getOrDefault(step.key(), StepState.OPEN);
    Instant due = step.dueAt(start);
    return state.completedBy() == null
        && !state.isBlocked()
        && (step.retiredAt() == null || at.isBefore(step.retiredAt()))
        && !at.isBefore(step.unlocksAt(start))
        && (due == null || !at.isAfter(due))
        && isReached(track, step, states, at);
  }

  /** Whether its prerequisites are met. */
  static boolean isReached(Track track, Step step, Map<String, StepState> states, Instant at) {
    Stream<Prerequisite> wanted = step.prerequisites().stream();
    return step.prerequisites().isEmpty()
        || (step.anyPrerequisite()
            ? wanted.anyMatch(each -> isMet(track, each, states, at))
            : wanted.allMatch(each -> isMet(track, each, states, at)));
  }

  /** A step that is gone holds nobody up; one that was left out without a branch opens them all. */
  private static boolean isMet(
      Track track, Prerequisite wanted, Map<String, StepState> states, Instant at) {
    StepState before = states.getOrDefault(wanted.stepKey(), StepState.OPEN);
    if (!before.isSettled()) {
      Instant retiredAt = track.step(wanted.stepKey()).map(Step::retiredAt).orElse(null);
      return retiredAt != null && !at.isBefore(retiredAt);
    }
    return wanted.branchKey() == null
        || wanted.branchKey().equals(before.branch())
        || (before.completedBy() == null && before.branch() == null);
  }

  /** How a step stands at a moment; it changes nothing about what was earned. */
  static StepStatus status(
      Track track, Step step, Map<String, StepState> states, @Nullable Instant start, Instant now) {
    StepState state = states.getOrDefault(step.key(), StepState.OPEN);
    if (state.status() != StepStatus.AVAILABLE) {
      return state.status();
    }
    Instant due = start == null ? null : step.dueAt(start);
    if (due != null && now.isAfter(due)) {
      return StepStatus.MISSED;
    }
    boolean unlocked = !now.isBefore(step.unlocksAt(start == null ? now : start));
    return unlocked && isReached(track, step, states, now)
        ? StepStatus.AVAILABLE
        : StepStatus.LOCKED;
  }
}
