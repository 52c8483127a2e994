package org.cairn.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.shared.Reaction;

/** Completes what is mastered, and opens again what turns out not to be. */
@Reaction
@Singleton
class RemediationClearing {

  private final RemediationStore store;
  private final Clock clock;

  @Inject
  RemediationClearing(RemediationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void on(@Observes @Priority(RemediationQueueing.PRIORITY) JourneyAdvanced advanced) {
    if (!advanced.skills().isEmpty()) {
      store.follow(advanced.learner(), advanced.skills(), clock.instant());
    }
  }
}
