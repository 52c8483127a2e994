package org.cairn.batch.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.UUID;
import org.cairn.audit.AuditSeals;
import org.cairn.audit.AuditVerificationWork;
import org.cairn.audit.AuditVerifications;
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
  @EJB private AuditVerifications verifications;
  @EJB private AuditVerificationWork work;

  /** Whether the tenant has entries to seal. */
  public boolean isDue(String tenant) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.SEALING))) {
      return seals.isDue();
    }
  }

  /** Seals all of the tenant's entries and anchors the chain. */
  public void seal(String tenant) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.SEALING))) {
      boolean more = true;
      while (more) {
        more = seals.seal();
      }
      seals.anchor();
    }
  }

  /** Begins the nightly verification. */
  public UUID begin(String tenant) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.VERIFICATION))) {
      return verifications.begin();
    }
  }

  /** Checks the next part, and answers whether there is more. */
  public boolean step(String tenant, UUID id) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.VERIFICATION))) {
      return work.step(id);
    }
  }

  /** Ends a verification whose job broke off. */
  public void fail(String tenant, UUID id) {
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, AuditJobs.VERIFICATION))) {
      work.fail(id);
    }
  }
}
