package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** What the last reconciliation of the district's ledgers found. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class LedgerFindings {

  @Inject private ReconciliationStore store;

  /**
   * The differences that are still there, by learner.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}
   */
  public Page<LedgerFindingView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    List<LedgerFindingView> found = store.findings(Cursor.key(cursor, "cursor"), size + 1);
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<LedgerFindingView> items = found.subList(0, size);
    LedgerFindingView last = items.get(size - 1);
    return new Page<>(items, Cursor.of(last.learnerId() + "/" + last.code()));
  }
}
