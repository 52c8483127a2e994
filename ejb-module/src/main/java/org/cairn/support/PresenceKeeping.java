package org.cairn.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.cairn.access.Trust;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Reaction;

/**
 * Remembers when a learner's device last told of something that nothing else keeps the time of:
 * verified events make active days, progress sync has its latest time. On a day that is known to be
 * active already it asks the database for nothing.
 */
@Reaction
@Singleton
class PresenceKeeping {

  private final PresenceStore store;

  @Inject
  PresenceKeeping(PresenceStore store) {
    this.store = store;
  }

  void on(@Observes @Priority(RemediationQueueing.PRIORITY) EventsRecorded recorded) {
    Optional<Instant> latest =
        recorded.events().stream()
            .filter(event -> isUnkept(event) && !recorded.isOnKnownDay(event))
            .map(RecordedEvent::effectiveAt)
            .max(Comparator.naturalOrder());
    latest.ifPresent(at -> store.seen(recorded.learner(), at));
  }

  private static boolean isUnkept(RecordedEvent event) {
    return !event.trust().atLeast(Trust.SYSTEM)
        && event.occurredText() == null
        && !event.isDecision();
  }
}
