package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.shared.Ids;

/** Begins verifications, one at a time for a tenant. */
@Singleton
class VerificationStart {

  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final VerificationStore store;
  private final Audit audit;
  private final Clock clock;

  @Inject
  VerificationStart(VerificationStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins one; one that was silent for long has died and gives way.
   *
   * @throws org.cairn.shared.ProblemException {@code AUDIT_VERIFICATION_RUNNING}
   */
  UUID begin() {
    Instant now = clock.instant();
    store.endSilent(now.minus(SILENCE), now);
    UUID id = Ids.next();
    if (!store.begin(id, Callers.current().subject(), now)) {
      throw AuditProblem.AUDIT_VERIFICATION_RUNNING.with(
          "GET /api/v1/admin/audit/verification shows how far it is.");
    }
    audit.record(AuditAction.AUDIT_VERIFICATION_STARTED, AuditTarget.of("audit-verification", id));
    return id;
  }
}
