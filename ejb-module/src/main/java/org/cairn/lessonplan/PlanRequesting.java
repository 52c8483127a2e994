package org.cairn.lessonplan;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.events.EventPayload;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.shared.Reaction;

/** Has a completed journey get its plan: later, for a PDF is no work for the learner's own call. */
@Reaction
@Singleton
class PlanRequesting {

  static final int PRIORITY = 600;

  private static final String COMPLETED = "journey.completed";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final PlanStore store;
  private final Clock clock;

  @Inject
  PlanRequesting(PlanStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    List<UUID> journeys =
        recorded.events().stream()
            .filter(event -> event.name().equals(COMPLETED))
            .flatMap(event -> journeyOf(event).stream())
            .toList();
    if (!journeys.isEmpty()) {
      store.want(recorded.learner(), journeys, clock.instant());
    }
  }

  private static Optional<UUID> journeyOf(RecordedEvent event) {
    EventPayload payload = event.payload();
    return payload != null
            && payload.value("journeyId") instanceof String id
            && ID.matcher(id).matches()
        ? Optional.of(UUID.fromString(id))
        : Optional.empty();
  }
}
