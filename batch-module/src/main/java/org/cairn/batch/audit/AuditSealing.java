package org.cairn.batch.audit;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Seals what is not sealed yet, page by page, and anchors it. */
@Named
@Dependent
public class AuditSealing extends AbstractBatchlet {

  @Inject @BatchProperty private String tenant;
  @EJB private AuditCalls calls;

  @Override
  public String process() {
    calls.sealAll(tenant);
    return "COMPLETED";
  }
}
