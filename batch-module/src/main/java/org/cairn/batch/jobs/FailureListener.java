package org.cairn.batch.jobs;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

/**
 * Clears up when a job failed. To be named before {@code runKeeper}, which closes the run: then an
 * attempt that another one has followed clears nothing up.
 */
public abstract class FailureListener extends AbstractJobListener {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  /**
   * Called in one transaction.
   *
   * @param execution the batch runtime's id, for people to find in the log
   */
  protected abstract void failed(long execution);

  @Override
  public void afterJob() {
    if (job.getBatchStatus() == BatchStatus.FAILED) {
      calls.run(Tickets.of(job), () -> failed(job.getExecutionId()));
    }
  }
}
