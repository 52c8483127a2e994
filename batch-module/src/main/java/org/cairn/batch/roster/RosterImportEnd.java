package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Ends the import when its job broke off. */
@Named
@Dependent
public class RosterImportEnd extends AbstractJobListener {

  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private String importId;
  @Inject private JobContext job;
  @EJB private RosterImportCalls calls;

  @Override
  public void afterJob() {
    BatchStatus status = job.getBatchStatus();
    if (status == BatchStatus.FAILED || status == BatchStatus.STOPPED) {
      String detail =
          "Nothing was changed: the job "
              + (status == BatchStatus.STOPPED ? "was stopped" : "broke off")
              + ". The server's log says why, at job execution "
              + job.getExecutionId()
              + ". Send the file again.";
      calls.take(tenant, work -> work.fail(UUID.fromString(importId), detail));
    }
  }
}
