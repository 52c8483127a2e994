package org.cairn.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Access;
import org.cairn.access.AccessProblem;
import org.cairn.access.ActingLearner;
import org.cairn.events.AppendedEvent.Status;
import org.cairn.events.EventBatches.Outcome;
import org.cairn.shared.FieldError;

/** The one transaction in which {@link EventBatches} records some learners' events. */
@Singleton
class BatchTransaction {

  @Inject private Access access;
  @Inject private EventLog log;

  /** Records the events, in the map's order of learners. */
  @Transactional
  List<Outcome> record(Map<UUID, List<BatchEvent>> byLearner) {
    Map<UUID, ActingLearner> known = access.acting(byLearner.keySet());
    List<Outcome> outcomes = new ArrayList<>();
    byLearner.forEach(
        (id, events) -> {
          ActingLearner learner = known.get(id);
          outcomes.addAll(learner == null ? unknown(events) : append(learner, events));
        });
    return outcomes;
  }

  private List<Outcome> append(ActingLearner learner, List<BatchEvent> events) {
    List<AppendedEvent> appended =
        log.append(learner, events.stream().map(BatchEvent::event).toList(), new Consequences());
    List<Outcome> outcomes = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      AppendedEvent event = appended.get(i);
      boolean refused = event.status() == Status.CONFLICT;
      outcomes.add(
          new Outcome(
              events.get(i).index(),
              refused ? null : event,
              refused ? LearningEvents.conflict() : null));
    }
    return outcomes;
  }

  private static List<Outcome> unknown(List<BatchEvent> events) {
    return events.stream()
        .map(
            e ->
                new Outcome(
                    e.index(),
                    null,
                    AccessProblem.LEARNER_NOT_FOUND.with(
                        "The event was not recorded.",
                        new FieldError("/learnerId", "a learner of your district"))))
        .toList();
  }
}
