package org.cairn.gamification;

import java.util.ArrayList;
import java.util.List;
import org.cairn.gamification.Account.Paid;

/**
 * The ledger rows that bring what was paid to what is owed: a pure function, so that repetition
 * pays nothing, and a late event pays or takes back just the difference.
 *
 * @param rows in the order of the ledger
 * @param lifetimeXp after the rows
 * @param balance after the rows, never below 0
 */
record Settlement(List<Row> rows, long lifetimeXp, long balance) {

  /**
   * A row to be written.
   *
   * @param number its place in the learner's ledger, from 1
   * @param revision 0 for the first payment of its source, then one more for each correction
   * @param amount what is paid, or taken back where negative
   */
  record Row(XpDue due, long number, int revision, int amount, long balanceAfter) {

    String type() {
      return revision == 0 ? "EARNED" : "CORRECTION";
    }
  }

  static Settlement of(Account account, List<XpDue> dues) {
    List<Row> rows = new ArrayList<>();
    long lifetime = account.lifetimeXp();
    long balance = account.balance();
    for (XpDue due : dues) {
      Paid paid = account.paidFor(due.source());
      int difference = due.amount() - paid.amount();
      if (difference != 0) {
        long after = Math.max(0, balance + difference);
        lifetime += difference;
        long number = account.transactions() + rows.size() + 1;
        rows.add(new Row(due, number, paid.rows(), (int) (after - balance), after));
        balance = after;
      }
    }
    return new Settlement(List.copyOf(rows), Math.max(0, lifetime), balance);
  }
}
