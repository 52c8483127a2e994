package org.cairn.batch.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.cairn.audit.AuditSeals;
import org.cairn.caller.Roles;

/** When the audit's jobs run. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSchedule {

  @EJB private AuditTenants tenants;
  @EJB private AuditCalls calls;

  /** Seals where there is something to seal, every minute. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void seal() {
    for (String tenant : tenants.all()) {
      if (calls.seal(tenant, AuditSeals::isDue)) {
        AuditJobs.start(AuditJobs.SEALING, tenant, "");
      }
    }
  }

  /** Verifies every tenant's audit, every night. */
  @Schedule(hour = "3", minute = "15", persistent = false)
  public void verify() {
    for (String tenant : tenants.all()) {
      AuditJobs.start(AuditJobs.VERIFICATION, tenant, calls.begin(tenant).toString());
    }
  }
}
