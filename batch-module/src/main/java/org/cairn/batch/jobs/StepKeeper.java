package org.cairn.batch.jobs;

import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.cairn.jobs.JobStepView.Counts;
import org.cairn.jobs.JobWork;

/** Keeps a step's record in line: counts change in the chunk's own transaction. */
@Named
@Dependent
public class StepKeeper implements StepListener, ChunkListener {

  @Inject private JobContext job;
  @Inject private StepContext step;
  @EJB private TenantCalls calls;
  private Counts told = Counts.NONE;

  @Override
  public void beforeStep() {
    tell(frame -> frame.beginStep(Tickets.of(job), step.getStepName()));
  }

  @Override
  public void beforeChunk() {}

  @Override
  public void afterChunk() {
    Counts now = StepCounts.of(step.getMetrics());
    Counts more = now.minus(told);
    told = now;
    tell(frame -> frame.count(Tickets.of(job), step.getStepName(), more));
  }

  @Override
  public void onError(Exception ex) {}

  @Override
  public void afterStep() {
    String state = Outcome.of(step.getBatchStatus()).name();
    tell(frame -> frame.endStep(Tickets.of(job), step.getStepName(), state));
  }

  private void tell(Consumer<JobWork> word) {
    calls.say(Tickets.of(job), word);
  }
}
