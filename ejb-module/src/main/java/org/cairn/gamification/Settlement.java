package org.cairn.gamification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cairn.gamification.Account.Paid;
import org.jspecify.annotations.Nullable;

/**
 * The ledger rows that bring what was paid to what is owed: a pure function, so that repetition
 * pays nothing, and a late event pays or takes back just the difference.
 *
 * <p>Always: the sum of all amounts is the balance; the sum of amounts less what was waived is the
 * lifetime XP; the same sum over one source is what is owed for it.
 *
 * @param rows in the order of the ledger
 * @param lifetimeXp after the rows
 * @param balance after the rows, never below 0
 */
record Settlement(List<Row> rows, long lifetimeXp, long balance) {

  /** The lifetime XP before the rows. */
  long lifetimeBefore() {
    return lifetimeXp - rows.stream().filter(Row::countsForLife).mapToLong(Row::settled).sum();
  }

  /**
   * What changed the worth of earnings that other events had decided.
   *
   * @param reason the ledger's
   * @param decided the sources that are judged anew in their own right
   */
  record Cause(String eventId, String reason, Set<String> decided) {}

  /**
   * A row to be written.
   *
   * @param number its place in the learner's ledger, from 1
   * @param revision 0 for the first payment of its source, then one more for each correction
   * @param eventId the event that made it
   * @param amount what is paid, or taken back where negative
   * @param waived what should have been taken back beyond the balance; negative where such a part
   *     is owed again, and restored instead of paid
   */
  record Row(
      XpDue due,
      long number,
      int revision,
      String eventId,
      String reason,
      int amount,
      int waived,
      long balanceAfter) {

    String type() {
      return switch (due.earning().kind()) {
        case PURCHASE -> "SPENT";
        case CORRECTION -> "CORRECTION";
        default -> revision == 0 ? "EARNED" : "CORRECTION";
      };
    }

    /** What is bought takes nothing from the lifetime XP. */
    boolean countsForLife() {
      return due.earning().kind() != XpKind.PURCHASE;
    }

    /** What the row settles of what is owed. */
    int settled() {
      return amount - waived;
    }
  }

  /**
   * Settles dues.
   *
   * @param cause why dues are other than before where their own events do not say so; {@code null}
   *     where each does
   */
  static Settlement of(Account account, List<XpDue> dues, @Nullable Cause cause) {
    List<Row> rows = new ArrayList<>();
    long lifetime = account.lifetimeXp();
    long balance = account.balance();
    for (XpDue due : gainsFirst(account, dues)) {
      Paid paid = account.paidFor(due.source());
      int change = due.amount() - paid.amount();
      int waived = waived(change, paid, balance);
      balance += change + waived;
      lifetime += due.earning().kind() == XpKind.PURCHASE ? 0 : change;
      Cause by = cause != null && !cause.decided().contains(due.source()) ? cause : null;
      rows.add(
          new Row(
              due,
              account.transactions() + rows.size() + 1,
              paid.rows(),
              by == null ? due.earning().eventId() : by.eventId(),
              by == null ? due.earning().reason() : by.reason(),
              change + waived,
              waived,
              balance));
    }
    return new Settlement(List.copyOf(rows), lifetime, balance);
  }

  /** Gains come first, so that what one change moves between sources never meets an empty purse. */
  private static List<XpDue> gainsFirst(Account account, List<XpDue> dues) {
    return dues.stream()
        .filter(due -> change(account, due) != 0)
        .sorted(Comparator.comparing(due -> change(account, due) < 0))
        .toList();
  }

  private static int change(Account account, XpDue due) {
    return due.amount() - account.paidFor(due.source()).amount();
  }

  private static int waived(int change, Paid paid, long balance) {
    return change < 0
        ? (int) Math.max(0, -change - balance)
        : -Math.min(change, Math.max(0, paid.waived()));
  }
}
