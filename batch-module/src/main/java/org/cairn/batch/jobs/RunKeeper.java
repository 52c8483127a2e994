package org.cairn.batch.jobs;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.UUID;
import org.cairn.jobs.JobTicket;

/** Keeps a run's record in line with its job, and the ticket where the artifacts find it. */
@Named
@Dependent
public class RunKeeper extends AbstractJobListener {

  @Inject private JobContext job;
  @EJB private TenantCalls calls;

  @Override
  public void beforeJob() {
    Properties given = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
    JobTicket ticket =
        new JobTicket(
            given.getProperty("tenant"),
            job.getJobName(),
            UUID.fromString(given.getProperty("run")),
            Integer.parseInt(given.getProperty("attempt")));
    job.setTransientUserData(ticket);
    calls.say(ticket, frame -> frame.begin(ticket, job.getExecutionId()));
  }

  @Override
  public void afterJob() {
    JobTicket ticket = Tickets.of(job);
    BatchStatus status = job.getBatchStatus();
    String detail =
        status == BatchStatus.FAILED
            ? "The log of its server says why, at job execution " + job.getExecutionId() + "."
            : null;
    calls.tell(ticket.tenant(), frame -> frame.end(ticket, Outcome.of(status), detail));
  }
}
