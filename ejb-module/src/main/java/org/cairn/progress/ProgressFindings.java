package org.cairn.progress;

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

/** What the last verification of the district's snapshots found. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class ProgressFindings {

  /**
   * In what a learner's stored progress differs from its events reduced anew. Nobody mends it
   * silently.
   *
   * @param code {@code ACTIVE_PATH}, {@code CONTENT}, {@code EVENTS}, {@code LAST_UPDATED}, {@code
   *     ONBOARDING}, {@code ORDER} or {@code STREAK}
   * @param differences how many: of items, or of events; else 1
   * @param foundAt when a verification saw it first
   */
  public record Finding(UUID learnerId, String code, int differences, Instant foundAt) {}

  @Inject private FindingStore store;

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
