package org.cairn.gamification;

import java.util.UUID;

/**
 * A learner's profile beside what the ledger adds up to, both of one moment.
 *
 * @param balance as the profile has it
 * @param lifetimeXp as the profile has it
 * @param transactions as the profile has it
 * @param sum of the rows' amounts
 * @param earned the same with what was waived, and without what was spent
 * @param rows how many there are
 * @param lastNumber the newest row's place
 * @param lastBalance the balance after the newest row
 */
public record LedgerState(
    UUID learnerId,
    long balance,
    long lifetimeXp,
    long transactions,
    long sum,
    long earned,
    long rows,
    long lastNumber,
    long lastBalance) {

  /** Whether the profile is what the ledger says. */
  public boolean agrees() {
    return ReconciliationRules.differences(this).isEmpty();
  }
}
