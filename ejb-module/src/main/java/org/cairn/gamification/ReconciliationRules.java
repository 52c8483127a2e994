package org.cairn.gamification;

import java.util.ArrayList;
import java.util.List;
import org.cairn.gamification.LedgerReconciliation.LedgerState;

/** In what a profile differs from its ledger. */
final class ReconciliationRules {

  private ReconciliationRules() {}

  /**
   * A difference.
   *
   * @param code names what differs
   * @param profile the profile's number
   * @param ledger what it would be by the ledger
   */
  record Difference(String code, long profile, long ledger) {}

  /**
   * The ledger's rows are numbered without gaps, and each moves the balance by its amount. The
   * lifetime XP also takes what was waived where the balance was at 0, and not what was spent.
   */
  static List<Difference> differences(LedgerState state) {
    List<Difference> found = new ArrayList<>();
    require(found, "BALANCE", state.balance(), state.sum());
    require(found, "LAST_BALANCE", state.balance(), state.lastBalance());
    require(found, "TRANSACTIONS", state.transactions(), state.rows());
    require(found, "LAST_NUMBER", state.transactions(), state.lastNumber());
    require(found, "LIFETIME_XP", state.lifetimeXp(), state.earned());
    return found;
  }

  private static void require(List<Difference> found, String code, long profile, long ledger) {
    if (profile != ledger) {
      found.add(new Difference(code, profile, ledger));
    }
  }
}
