package org.cairn.onboarding;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.events.EventsRepeated;
import org.cairn.shared.Reaction;

/** Tells again what an event that is sent once more has completed. */
@Reaction
@Singleton
class StepRecall {

  private final ProgressStore store;

  @Inject
  StepRecall(ProgressStore store) {
    this.store = store;
  }

  void on(@Observes @Priority(StepAdvancement.PRIORITY) EventsRepeated repeated) {
    store.causedBy(repeated.learner(), repeated.eventIds()).forEach(repeated.consequences()::add);
  }
}
