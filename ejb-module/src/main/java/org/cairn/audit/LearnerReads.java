package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * Who was shown the records of a learner, as one of its guardians is told: the caller itself, staff
 * and the district's programs, and never what another guardian did, which is that one's business.
 * Whether the caller is a guardian of the learner is to be decided before.
 */
@Singleton
public class LearnerReads {

  private static final Set<String> SHOWN =
      Set.of(
          AuditAction.LEARNER_READ.name(),
          AuditAction.DOCUMENT_OPENED.name(),
          AuditAction.LINK_ISSUED.name(),
          AuditAction.LINK_USED.name(),
          AuditAction.DATA_EXPORTED.name());

  private final EntryStore store;
  private final Clock clock;

  @Inject
  LearnerReads(EntryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A page, the latest first.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public Page<AuditEntryView> page(UUID learner, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    AuditFilter filter =
        new AuditFilter(
            learner,
            Callers.current().subject(),
            null,
            AuditOutcome.ALLOWED.name(),
            null,
            clock.instant());
    List<AuditEntryView> found =
        store.shown(filter, SHOWN, Cursor.moment(cursor, "cursor"), size + 1);
    return Page.of(found, size, entry -> new Cursor.Moment(entry.at(), entry.id()).key());
  }
}
