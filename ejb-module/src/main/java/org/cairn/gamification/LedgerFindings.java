package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** What the last reconciliation of the district's ledgers found. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class LedgerFindings {

  /**
   * A number in which a learner's profile differs from the ledger. Nobody mends it silently.
   *
   * @param code {@code BALANCE}, {@code LAST_BALANCE}, {@code TRANSACTIONS}, {@code LAST_NUMBER} or
   *     {@code LIFETIME_XP}
   * @param profile the profile's number
   * @param ledger what it would be by the ledger
   * @param foundAt when a reconciliation saw it first
   */
  public record Finding(UUID learnerId, String code, long profile, long ledger, Instant foundAt) {}

  @Inject private ReconciliationStore store;

  /**
   * The differences that are still there, by learner.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}
   */
  public Page<Finding> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    List<Finding> found = store.findings(Cursor.key(cursor, "cursor"), size + 1);
    return Page.of(found, size, finding -> finding.learnerId() + "/" + finding.code());
  }
}
