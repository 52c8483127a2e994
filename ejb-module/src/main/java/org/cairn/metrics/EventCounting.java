package org.cairn.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.cairn.events.EventsRecorded;
import org.cairn.shared.Reaction;

/** Counts new events. */
@Reaction
@Singleton
class EventCounting {

  /** After all that changes something. */
  static final int PRIORITY = 900;

  private final Tally tally;

  @Inject
  EventCounting(Tally tally) {
    this.tally = tally;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    String trust = recorded.learner().trust().name().toLowerCase(Locale.ROOT);
    tally.add(Count.EVENTS_STORED, trust, recorded.events().size());
  }
}
