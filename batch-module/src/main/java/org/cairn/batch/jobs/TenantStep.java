package org.cairn.batch.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

/** A step that is one transaction, by the tenant's caller; it may be taken again after a crash. */
public abstract class TenantStep extends AbstractBatchlet {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  protected abstract void take();

  @Override
  public String process() {
    calls.run(Tickets.of(job), this::take);
    return "COMPLETED";
  }
}
