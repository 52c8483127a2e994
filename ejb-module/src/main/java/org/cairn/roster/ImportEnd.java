package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;

/** Ends imports, once each, and has it written down. */
@Singleton
class ImportEnd {

  private final ImportStore imports;
  private final Audit audit;
  private final Clock clock;

  @Inject
  ImportEnd(ImportStore imports, Audit audit, Clock clock) {
    this.imports = imports;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends it in that state, unless it has ended already. */
  void end(UUID id, ImportState state, String detail) {
    if (!imports.end(id, state, detail, clock.instant())) {
      return;
    }
    AuditTarget target = AuditTarget.of("roster-import", id);
    Map<String, String> ended = Map.of("state", state.name());
    if (state == ImportState.APPLIED || state == ImportState.CHECKED) {
      audit.record(AuditAction.ROSTER_IMPORT_ENDED, target, ended);
    } else {
      audit.recordFailed(AuditAction.ROSTER_IMPORT_ENDED, target, ended);
    }
  }
}
