package org.cairn.gamification;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.events.EventsRepeated;
import org.cairn.shared.Reaction;

/** Tells again what an event that is sent once more has earned. */
@Reaction
@Singleton
class XpRecall {

  private final LedgerStore ledger;

  @Inject
  XpRecall(LedgerStore ledger) {
    this.ledger = ledger;
  }

  void on(@Observes @Priority(XpAwarding.PRIORITY) EventsRepeated repeated) {
    ledger.causedBy(repeated.learner(), repeated.eventIds()).forEach(repeated.consequences()::add);
  }
}
