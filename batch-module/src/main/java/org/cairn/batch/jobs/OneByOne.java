package org.cairn.batch.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.jobs.JobTicket;
import org.cairn.jobs.RecordSkipped;
import org.jspecify.annotations.Nullable;

/**
 * A step that does to each record what no transaction takes back, such as to send a mail: claims it
 * in one transaction, does it outside of any, and settles it in another. The records themselves say
 * where it goes on, so it may be taken again after a crash. Its property {@code skipLimit} says how
 * many may be left out.
 */
public abstract class OneByOne<T, R> extends AbstractBatchlet {

  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject @BatchProperty private String skipLimit;
  @EJB private TenantCalls calls;
  private volatile boolean stopping;

  /** Begins: tells which records an earlier attempt has lost, and how many there are to do. */
  protected abstract void open(OneByOneReport report);

  /** The next record, {@code null} after the last. */
  protected abstract @Nullable T claim();

  protected abstract R carryOut(T item);

  /** Keeps the result; answers why the record is reported, if it is. */
  protected abstract @Nullable RecordSkipped settle(T item, R result);

  /** Called when the result is kept; throws where there is no going on. */
  protected void requireGoingOn(R result) {}

  @Override
  public String process() {
    JobTicket ticket = Tickets.of(job);
    OneByOneReport report = new OneByOneReport(ticket, step.getStepName(), skipLimit);
    calls.say(ticket, frame -> report.by(frame, () -> open(report)));
    for (T item = claimed(ticket); item != null; item = stopping ? null : claimed(ticket)) {
      T taken = item;
      R result = carryOut(taken);
      calls.say(ticket, frame -> report.by(frame, () -> report.done(settle(taken, result))));
      requireGoingOn(result);
      report.requireFew();
    }
    return "COMPLETED";
  }

  private @Nullable T claimed(JobTicket ticket) {
    AtomicReference<@Nullable T> next = new AtomicReference<>();
    calls.run(ticket, () -> next.set(claim()));
    return next.get();
  }

  @Override
  public void stop() {
    stopping = true;
  }
}
