package org.cairn.achievement;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.access.Trust;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.shared.Reaction;

/** Counts the events that achievements ask for; of all others it asks the database nothing. */
@Reaction
@Singleton
class DeedCounting {

  private final AchievementStore store;
  private final Unlocking unlocking;
  private final GameBook book;

  @Inject
  DeedCounting(AchievementStore store, Unlocking unlocking, GameBook book) {
    this.store = store;
    this.unlocking = unlocking;
    this.book = book;
  }

  void on(@Observes @Priority(AchievementUnlocking.PRIORITY) EventsRecorded recorded) {
    List<RecordedEvent> events =
        recorded.events().stream()
            .filter(event -> event.trust().atLeast(Trust.SYSTEM) && !event.isDecision())
            .toList();
    if (events.isEmpty()) {
      return;
    }
    Set<String> counted = book.countedEvents();
    Map<String, Integer> times = new TreeMap<>();
    events.stream()
        .filter(event -> counted.contains(event.name()))
        .forEach(event -> times.merge(event.name(), 1, Integer::sum));
    if (!times.isEmpty()) {
      store.count(recorded.learner(), times);
      events.stream()
          .filter(event -> counted.contains(event.name()))
          .max(Comparator.comparing(RecordedEvent::effectiveAt))
          .map(e -> new Trigger(e.eventId(), e.effectiveAt(), recorded.consequences()))
          .ifPresent(by -> unlocking.check(recorded.learner(), by));
    }
  }
}
