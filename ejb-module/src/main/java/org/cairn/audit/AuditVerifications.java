package org.cairn.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Ids;

/** Whether the audit of the caller's tenant is what was written down. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR, Roles.SYSTEM})
public class AuditVerifications {

  /** The most findings that an answer holds. */
  public static final int MOST_SHOWN = 100;

  private static final Duration SILENCE = Duration.ofMinutes(10);

  @Inject private VerificationStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Begins a verification for the job to work on.
   *
   * @throws org.cairn.shared.ProblemException {@code AUDIT_VERIFICATION_RUNNING}
   */
  public UUID begin() {
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

  /**
   * The latest verification, finished or not.
   *
   * @throws org.cairn.shared.ProblemException {@code AUDIT_NOT_VERIFIED}
   */
  public AuditVerificationView latest() {
    return store
        .latest(MOST_SHOWN)
        .orElseThrow(
            () ->
                AuditProblem.AUDIT_NOT_VERIFIED.with(
                    "It is every night, and on POST /api/v1/admin/audit:verify."));
  }
}
