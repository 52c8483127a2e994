package org.cairn.achievement;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.events.Consequence;
import org.cairn.events.EventsRepeated;
import org.cairn.shared.Reaction;

/** Tells again what an event that is sent once more has unlocked. */
@Reaction
@Singleton
class AchievementRecall {

  private final AchievementStore store;

  @Inject
  AchievementRecall(AchievementStore store) {
    this.store = store;
  }

  void on(@Observes @Priority(AchievementUnlocking.PRIORITY) EventsRepeated repeated) {
    store.unlocked(repeated.learner().visible()).stream()
        .filter(unlock -> repeated.eventIds().contains(unlock.eventId()))
        .map(unlock -> new Consequence(unlock.eventId(), Unlocking.KIND, unlock.key(), null))
        .forEach(repeated.consequences()::add);
  }
}
