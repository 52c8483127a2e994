package org.cairn.gamification;

import org.cairn.access.ActingLearner;
import org.cairn.access.Trust;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.gamification.Settlement.Row;
import org.jspecify.annotations.Nullable;

/** How rows of the ledger are told to whoever sent the event. */
final class Telling {

  private Telling() {}

  /** Learners up to grade 2 earn XP and are not shown it: what others tell of them, may be. */
  static boolean mayTell(ActingLearner learner, @Nullable String grade) {
    return learner.trust() != Trust.CLIENT || GradeBand.of(grade).seesXp();
  }

  static void tell(
      ActingLearner learner, @Nullable String grade, Settlement done, Consequences consequences) {
    if (mayTell(learner, grade)) {
      for (Row row : done.rows()) {
        consequences.add(paid(row.eventId(), row.type(), row.due().source(), row.amount()));
      }
    }
  }

  static Consequence paid(String eventId, String type, String source, int amount) {
    return new Consequence(
        eventId, type.equals("EARNED") ? "XP_EARNED" : "XP_CORRECTED", source, amount);
  }
}
