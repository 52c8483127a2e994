package org.cairn.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.shared.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The steps of an import, for the job that takes them; each may be taken again after a crash. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class RosterImportWork {

  /**
   * The roster is as an import's file says.
   *
   * @param importId the import; the view {@code roster_change} tells whom it changed
   */
  public record RosterApplied(UUID importId) implements DomainEvent {}

  @Inject private ImportStore imports;
  @Inject private BytesStore bytes;
  @Inject private StagingStore staging;
  @Inject private CheckStore checks;
  @Inject private RosterUpdate update;
  @Inject private ImportEnd end;
  @Inject private Clock clock;

  /**
   * The received file, to be closed by the caller; from now on the import is running.
   *
   * @param position where an earlier run had come, {@code null} for the beginning
   */
  public RosterFile open(UUID importId, @Nullable String position) {
    requireRunning(imports.begin(importId, position == null, clock.instant()));
    RosterFile file = RosterFile.spooled(bytes.read(importId));
    if (position != null) {
      file.skipTo(position);
    }
    return file;
  }

  /** How many rows the file has. */
  public long rows(UUID importId) {
    return imports.find(importId).orElseThrow().rowsTotal();
  }

  /** Stages rows as they are and reports what each lacks by itself. */
  public void stage(UUID importId, List<RosterRow> rows) {
    staging.add(
        importId,
        rows.stream()
            .map(row -> RowRules.check(RosterKind.ofFile(row.kind()).orElseThrow(), row))
            .toList());
    requireRunning(imports.progress(importId, rows.size(), clock.instant()));
  }

  /** Judges the staged rows together: duplicates and orphans. */
  public void check(UUID importId) {
    checks.analyze();
    checks.joinBySets();
    List<RosterKind> kinds = imports.kinds(importId);
    kinds.forEach(kind -> checks.check(importId, kind, kinds));
    requireRunning(imports.progress(importId, 0, clock.instant()));
  }

  /**
   * Applies the good rows, or finds out what applying them would do, in one transaction. Again
   * after that transaction, as when the server died before it could note the step's end, it does
   * nothing.
   */
  public void apply(UUID importId) {
    if (imports.find(importId).orElseThrow().finishedAt() != null) {
      return;
    }
    requireRunning(imports.progress(importId, 0, clock.instant()));
    checks.joinBySets();
    update.apply(imports.find(importId).orElseThrow());
  }

  /** Removes what was only needed on the way. */
  public void finish(UUID importId) {
    staging.clear(importId);
    bytes.clear(importId);
  }

  /** Ends an import that broke off, unless it has ended already, and clears up after it. */
  public void fail(UUID importId, String detail) {
    end.end(importId, ImportState.FAILED, detail);
    finish(importId);
  }

  /** The imports that gave no sign of life for so long that their job must have died. */
  public List<UUID> silentFor(Duration time) {
    return imports.silentSince(clock.instant().minus(time));
  }

  private static void requireRunning(boolean running) {
    if (!running) {
      throw new IllegalStateException("The import is not running");
    }
  }
}
