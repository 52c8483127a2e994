package org.cairn.gamification;

import org.cairn.access.ActingLearner;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.gamification.Settlement.Row;

/** How rows of the ledger are told to whoever sent the event. */
final class Telling {

  private Telling() {}

  static void tell(ActingLearner learner, Settlement done, Consequences consequences) {
    if (learner.visible().showsXp()) {
      for (Row row : done.rows()) {
        consequences.add(paid(row.eventId(), row.type(), row.due().source(), row.amount()));
      }
    }
  }

  static Consequence paid(String eventId, String type, String source, int amount) {
    String kind =
        switch (type) {
          case "EARNED" -> "XP_EARNED";
          case "SPENT" -> "XP_SPENT";
          default -> "XP_CORRECTED";
        };
    return new Consequence(eventId, kind, source, amount);
  }
}
