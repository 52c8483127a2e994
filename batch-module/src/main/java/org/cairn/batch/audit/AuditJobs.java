package org.cairn.batch.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.UUID;
import org.cairn.batch.jobs.JobControl;
import org.cairn.caller.Roles;

/** Starts the audit's jobs. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditJobs {

  static final String SEALING = "audit-sealing";
  static final String VERIFICATION = "audit-verification";
  static final String SHARED_VERIFICATION = "audit-verification-shared";
  static final String VERIFICATION_ID = "verification";

  @EJB private JobControl jobs;

  /** Starts a verification of the caller's tenant that has begun, and answers at once. */
  public void verify(UUID verification) {
    jobs.startFor(VERIFICATION, Map.of(VERIFICATION_ID, verification.toString()));
  }
}
