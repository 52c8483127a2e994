package org.cairn.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.cairn.events.EventsRepeated;
import org.cairn.shared.Reaction;

/** Counts events that were sent again. */
@Reaction
@Singleton
class RepeatCounting {

  private final Tally tally;

  @Inject
  RepeatCounting(Tally tally) {
    this.tally = tally;
  }

  void on(@Observes @Priority(EventCounting.PRIORITY) EventsRepeated repeated) {
    String trust = repeated.learner().trust().name().toLowerCase(Locale.ROOT);
    tally.add(Count.EVENTS_DUPLICATE, trust, repeated.eventIds().size());
  }
}
