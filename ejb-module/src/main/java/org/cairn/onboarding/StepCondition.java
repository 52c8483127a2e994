package org.cairn.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a step is complete (spec: events and onboarding, "Completion conditions").
 *
 * <p>Each kind looks at no more than its earliest matching events: any later one cannot change what
 * they decide, whatever order they arrive in. The track's start is the earliest of all, so a late
 * event can move the start, but never to after any of them.
 */
sealed interface StepCondition {

  EventMatch match();

  /** How many of the earliest matching events can matter. */
  int enough();

  /**
   * The event that completes the step.
   *
   * @param inOrder the earliest matching events, in order
   * @param start the start of the track
   */
  Optional<Evidence> completedBy(List<Evidence> inOrder, Instant start);

  /** One matching event completes. */
  record OneEvent(EventMatch match) implements StepCondition {

    @Override
    public int enough() {
      return 1;
    }

    @Override
    public Optional<Evidence> completedBy(List<Evidence> inOrder, Instant start) {
      return inOrder.stream().findFirst();
    }
  }

  /**
   * That many distinct matching events complete.
   *
   * @param withinHours each within this time from the start, where given
   */
  record Count(EventMatch match, int atLeast, @Nullable Integer withinHours)
      implements StepCondition {

    @Override
    public int enough() {
      return atLeast;
    }

    @Override
    public Optional<Evidence> completedBy(List<Evidence> inOrder, Instant start) {
      if (inOrder.size() < atLeast) {
        return Optional.empty();
      }
      Evidence last = inOrder.get(atLeast - 1);
      boolean inTime =
          withinHours == null
              || !last.effectiveAt().isAfter(start.plus(Duration.ofHours(withinHours)));
      return inTime ? Optional.of(last) : Optional.empty();
    }
  }
}
