package org.cairn.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.gamification.XpSettled;
import org.cairn.shared.Reaction;

/** Counts what the ledger took in. */
@Reaction
@Singleton
class XpCounting {

  private final Tally tally;

  @Inject
  XpCounting(Tally tally) {
    this.tally = tally;
  }

  void on(@Observes @Priority(EventCounting.PRIORITY) XpSettled settled) {
    for (XpSettled.Payment payment : settled.payments()) {
      if (payment.correction()) {
        tally.add(
            Count.XP_CORRECTED, payment.amount() < 0 ? "down" : "up", Math.abs(payment.amount()));
      } else if (payment.amount() > 0) {
        tally.add(Count.XP_AWARDED, Boolean.toString(payment.verified()), payment.amount());
      }
    }
  }
}
