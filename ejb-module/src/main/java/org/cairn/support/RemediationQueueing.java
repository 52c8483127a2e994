package org.cairn.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.access.ActingLearner;
import org.cairn.events.EventPayload;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Reaction;
import org.cairn.support.RemediationRules.Draft;
import org.cairn.support.RemediationRules.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Has the skills that a completed journey left unmastered come into the queue. Whether it is
 * complete the lessons tell: an event of that name anybody's device can send.
 */
@Reaction
@Singleton
class RemediationQueueing {

  static final int PRIORITY = 500;

  private static final String COMPLETED = "journey.completed";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final RemediationStore store;
  private final Clock clock;

  @Inject
  RemediationQueueing(RemediationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    for (RecordedEvent event : recorded.events()) {
      UUID journey = event.name().equals(COMPLETED) ? journeyOf(event.payload()) : null;
      if (journey != null) {
        queue(recorded.learner(), event, journey);
      }
    }
  }

  private void queue(ActingLearner learner, RecordedEvent event, UUID journey) {
    List<Gap> gaps = store.gaps(learner, journey);
    if (!gaps.isEmpty()) {
      List<Draft> drafts =
          RemediationRules.drafts(
              gaps, store.dayOf(learner, event.effectiveAt()), "journey", journey);
      store.queue(learner, drafts, clock.instant());
    }
  }

  private static @Nullable UUID journeyOf(@Nullable EventPayload payload) {
    return payload != null
            && payload.value("journeyId") instanceof String id
            && ID.matcher(id).matches()
        ? UUID.fromString(id)
        : null;
  }
}
