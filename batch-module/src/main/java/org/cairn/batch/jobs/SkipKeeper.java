package org.cairn.batch.jobs;

import jakarta.batch.api.chunk.listener.SkipProcessListener;
import jakarta.batch.api.chunk.listener.SkipReadListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.cairn.jobs.JobTicket;
import org.cairn.jobs.RecordSkipped;

/** Reports what a chunk leaves out, in the chunk's own transaction. */
@Named
@Dependent
public class SkipKeeper implements SkipReadListener, SkipProcessListener {

  @Inject private JobContext job;
  @Inject private StepContext step;
  @EJB private TenantCalls calls;

  @Override
  public void onSkipReadItem(Exception reason) {
    JobTicket ticket = Tickets.of(job);
    RecordSkipped skipped =
        reason instanceof RecordSkipped known
            ? known
            : new RecordSkipped("unknown", reason.getClass().getSimpleName());
    calls.say(ticket, frame -> frame.skip(ticket, step.getStepName(), skipped));
  }

  @Override
  public void onSkipProcessItem(Object item, Exception reason) {
    onSkipReadItem(reason);
  }
}
