package org.cairn.batch.audit;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the verification when its job broke off. */
@Named
@Dependent
public class AuditVerificationEnd extends AbstractJobListener {

  @Inject @BatchProperty private String tenant;
  @Inject private JobContext job;
  @EJB private AuditCalls calls;

  @Override
  public void afterJob() {
    if (job.getBatchStatus() == BatchStatus.FAILED) {
      calls.verify(tenant, work -> work.fail(work.begin()));
    }
  }
}
