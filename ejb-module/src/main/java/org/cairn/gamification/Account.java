package org.cairn.gamification;

import java.util.Map;

/**
 * A learner's numbers before a change.
 *
 * @param transactions how many ledger rows there are
 * @param paid what was paid for the sources that are looked at
 */
record Account(long lifetimeXp, long balance, long transactions, Map<String, Paid> paid) {

  /**
   * What was paid for a source.
   *
   * @param amount the sum of its rows
   * @param rows how many rows it has
   */
  record Paid(int amount, int rows) {

    static final Paid NOTHING = new Paid(0, 0);
  }

  Paid paidFor(String source) {
    return paid.getOrDefault(source, Paid.NOTHING);
  }
}
