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
 * A step that does to each record what no transaction takes back, such as to send a mail: {@code
 * claim} takes the one after the last in one transaction, {@code carryOut} does it outside of any,
 * {@code settle} keeps the result in another and answers why the record is reported, if it is;
 * where {@code goesOn} denies it, the step fails then. The records themselves say where it goes on,
 * so it may be taken again after a crash. The property {@code skipLimit} says how many may be left
 * out.
 */
public abstract class OneByOne<T, R> extends AbstractBatchlet {

  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject @BatchProperty private String skipLimit;
  @EJB private TenantCalls calls;
  private volatile boolean stopping;

  protected abstract OneByOneOpening open();

  protected abstract @Nullable T claim(@Nullable T last);

  protected abstract R carryOut(T item);

  protected abstract @Nullable RecordSkipped settle(T item, R result);

  protected abstract boolean goesOn(R result);

  @Override
  public String process() {
    JobTicket ticket = Tickets.of(job);
    OneByOneReport report = new OneByOneReport(ticket, step.getStepName());
    calls.say(ticket, frame -> report.open(frame, open()));
    AtomicReference<@Nullable T> next = new AtomicReference<>();
    calls.run(ticket, () -> next.set(claim(null)));
    for (T item = next.get(); item != null; item = next.get()) {
      T taken = item;
      R result = carryOut(taken);
      calls.say(ticket, frame -> report.settled(frame, settle(taken, result), goesOn(result)));
      report.requireGoingOn(goesOn(result), skipLimit);
      calls.run(ticket, () -> next.set(stopping ? null : claim(taken)));
    }
    return "COMPLETED";
  }

  @Override
  public void stop() {
    stopping = true;
  }
}
