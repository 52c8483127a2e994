package org.cairn.batch.audit;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Seals what is not sealed yet of any tenant. */
@Named
@Dependent
public class AuditSealingRound extends AbstractBatchlet {

  @EJB private AuditTenants tenants;
  @EJB private AuditCalls calls;

  @Override
  public String process() {
    tenants.all().forEach(calls::sealAll);
    return "COMPLETED";
  }
}
