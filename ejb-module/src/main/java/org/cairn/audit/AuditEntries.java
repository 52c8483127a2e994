package org.cairn.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** What was written down in the caller's tenant; for an operator that is the reserved one. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
public class AuditEntries {

  @Inject private EntryStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Entries, the latest first. That they were read is an entry itself, one an hour.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST} for a bad cursor or limit,
   *     {@code ROLE_MISSING}
   */
  public Page<AuditEntryView> page(
      AuditFilter filter, @Nullable String cursor, @Nullable Integer limit) {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
    int size = PageSize.of(limit);
    List<AuditEntryView> found = store.page(filter, Cursor.moment(cursor, "cursor"), size + 1);
    audit.recordHourly(
        AuditAction.AUDIT_READ, AuditTarget.of("tenant", Callers.current().tenant()));
    return Page.of(found, size, entry -> new Cursor.Moment(entry.at(), entry.id()).key());
  }

  /** Writes an export down and answers what to export: what there is until now. */
  public AuditFilter export(AuditFilter filter) {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
    audit.record(
        AuditAction.AUDIT_EXPORTED,
        AuditTarget.of("tenant", Callers.current().tenant()),
        filter.told());
    return filter.until(clock.instant());
  }
}
