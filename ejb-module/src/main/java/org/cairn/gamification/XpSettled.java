package org.cairn.gamification;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;

/**
 * The ledger of one learner has new rows.
 *
 * @param learner whose lock this transaction holds
 * @param payments one for each row, in the order of the ledger
 */
public record XpSettled(ActingLearner learner, List<Payment> payments) implements DomainEvent {

  static XpSettled of(ActingLearner learner, Settlement settlement) {
    return new XpSettled(
        learner,
        settlement.rows().stream()
            .map(
                row ->
                    new Payment(
                        !row.type().equals("EARNED"), row.due().earning().verified(), row.amount()))
            .toList());
  }

  /**
   * A row of the ledger.
   *
   * @param correction whether it corrects an earlier row of its source
   * @param amount what the balance changed by
   */
  public record Payment(boolean correction, boolean verified, int amount) {}
}
