package org.cairn.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** A district's imports: handing one in, and seeing how each went. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class RosterImports {

  /** The share in percent that may go where nothing else is said. */
  public static final int DEFAULT_THRESHOLD = 10;

  @Inject private ImportStore imports;
  @Inject private BytesStore bytes;
  @Inject private ErrorStore errors;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Turns the caller away before a large body is read, where it would be refused afterwards.
   *
   * @throws ProblemException {@code ROSTER_IMPORT_RUNNING}
   */
  public void expect() {
    if (imports.isAnyOnItsWay()) {
      throw running();
    }
  }

  /**
   * Stores a roster for the job to work on.
   *
   * @param threshold the share in percent of active users, enrollments or guardianships that may go
   * @throws ProblemException {@code ROSTER_IMPORT_RUNNING}, {@code INVALID_REQUEST}
   */
  public RosterImportView receive(RosterFile file, boolean dryRun, int threshold) {
    if (threshold < 0 || threshold > 100) {
      throw CommonProblem.INVALID_REQUEST.with(
          "The threshold is a share in percent.",
          new FieldError("threshold", "a whole number from 0 to 100"));
    }
    UUID id = Ids.next();
    String by = Callers.current().subject();
    if (!imports.add(id, file, dryRun, threshold, by, clock.instant())) {
      throw running();
    }
    bytes.add(id, file);
    audit.record(
        AuditAction.ROSTER_IMPORT_STARTED,
        AuditTarget.of("roster-import", id),
        Map.of(
            "sha256", file.sha256(),
            "dryRun", Boolean.toString(dryRun),
            "threshold", Integer.toString(threshold)));
    return find(id);
  }

  /** The imports, the latest first. */
  public Page<RosterImportView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    return Page.of(
        imports.page(Cursor.id(cursor, "cursor"), size + 1), size, one -> one.id().toString());
  }

  /**
   * One import as it stands now.
   *
   * @throws ProblemException {@code ROSTER_IMPORT_NOT_FOUND}
   */
  public RosterImportView find(UUID id) {
    return imports
        .find(id)
        .orElseThrow(
            () -> RosterProblem.ROSTER_IMPORT_NOT_FOUND.with("No import of yours has this id."));
  }

  /**
   * What was wrong in the rows, by file and line.
   *
   * @throws ProblemException {@code ROSTER_IMPORT_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<RowErrorView> errors(UUID id, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    find(id);
    List<RowErrorView> found = errors.page(id, ErrorPosition.of(cursor), size + 1);
    return Page.of(found, size, error -> ErrorPosition.of(error).key());
  }

  private static ProblemException running() {
    return RosterProblem.ROSTER_IMPORT_RUNNING.with(
        "Wait until it has ended; GET /api/v1/admin/roster/imports shows how far it is.");
  }
}
