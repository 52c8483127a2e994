package org.cairn.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/** Whether the audit of the caller's tenant is what was written down. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
public class AuditVerifications {

  /** The most findings that an answer holds. */
  public static final int MOST_SHOWN = 100;

  @Inject private VerificationStore store;
  @Inject private VerificationStart start;

  /**
   * Begins a verification for the job to work on.
   *
   * @throws org.cairn.shared.ProblemException {@code AUDIT_VERIFICATION_RUNNING}, {@code
   *     ROLE_MISSING}
   */
  public UUID begin() {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
    return start.begin();
  }

  /**
   * The latest verification, finished or not.
   *
   * @throws org.cairn.shared.ProblemException {@code AUDIT_NOT_VERIFIED}, {@code ROLE_MISSING}
   */
  public AuditVerificationView latest() {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
    return store
        .latest(MOST_SHOWN)
        .orElseThrow(
            () ->
                AuditProblem.AUDIT_NOT_VERIFIED.with(
                    "It is every night, and on POST /api/v1/admin/audit:verify."));
  }
}
