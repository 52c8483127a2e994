package org.cairn.batch.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.UUID;
import java.util.function.Predicate;
import org.cairn.audit.AuditSeals;
import org.cairn.audit.AuditVerificationWork;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;

/**
 * Gives the jobs' threads, which are nobody's, a caller and the role to work with. Each step is a
 * transaction of its own.
 */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditCalls {

  @EJB private AuditSeals seals;
  @EJB private AuditVerificationWork work;

  /** Seals what is not sealed yet, page by page, and anchors it. */
  public void sealAll(String tenant) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.SEALING))) {
      boolean more = true;
      while (more) {
        more = seals.seal();
      }
      seals.anchor();
    }
  }

  /** Begins the nightly verification, or goes on with the one that is running. */
  public UUID begin(String tenant) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.VERIFICATION))) {
      return work.begin();
    }
  }

  /** Takes a step of a verification for the tenant. */
  public boolean verify(String tenant, Predicate<AuditVerificationWork> step) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.VERIFICATION))) {
      return step.test(work);
    }
  }
}
