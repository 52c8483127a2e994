package org.cairn.batch.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/** Starts the audit's jobs. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditJobs {

  static final String SEALING = "audit-sealing";
  static final String VERIFICATION = "audit-verification";

  /** Starts a verification of the caller's tenant that has begun, and answers at once. */
  public void verify(UUID verification) {
    start(VERIFICATION, Callers.current().tenant(), verification.toString());
  }

  static void start(String job, String tenant, String verification) {
    Properties parameters = new Properties();
    parameters.setProperty("tenant", tenant);
    parameters.setProperty("verification", verification);
    BatchRuntime.getJobOperator().start(job, parameters);
  }
}
