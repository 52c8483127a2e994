package org.cairn.gamification;

import java.util.Map;

/**
 * A learner's numbers before a change.
 *
 * @param lifetimeXp the sum of all that was earned and corrected, waived parts included
 * @param transactions how many ledger rows there are
 * @param paid what was paid for the sources that are looked at
 */
record Account(long lifetimeXp, long balance, long transactions, Map<String, Paid> paid) {

  /**
   * What was paid for a source.
   *
   * @param amount the sum of its rows, what was waived of them included
   * @param waived how much of what was to be taken back for it was waived, and not restored since
   * @param rows how many rows it has
   */
  record Paid(int amount, int waived, int rows) {

    static final Paid NOTHING = new Paid(0, 0, 0);
  }

  Paid paidFor(String source) {
    return paid.getOrDefault(source, Paid.NOTHING);
  }
}
