package org.cairn.batch.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/**
 * A step of turns, each a transaction by the tenant's caller, until one finds nothing to do.
 * Whoever met a lock of somebody else's comes again after a pause, and leaves it at that after
 * some.
 */
public abstract class PatientStep extends AbstractBatchlet {

  protected enum Turn {
    ENDS,
    GOES_ON,
    GAVE_WAY
  }

  private static final Logger LOG = Logger.getLogger(PatientStep.class.getName());
  private static final int PAUSES = 30;
  private static final long PAUSE = 1_000;

  @Inject private JobContext job;
  @EJB private TenantCalls calls;
  private volatile boolean isStopped;

  protected abstract Turn take();

  @Override
  public String process() throws InterruptedException {
    int pauses = 0;
    AtomicReference<Turn> turn = new AtomicReference<>(Turn.GOES_ON);
    while (turn.get() != Turn.ENDS && pauses < PAUSES && !isStopped) {
      calls.run(Tickets.of(job), () -> turn.set(take()));
      if (turn.get() == Turn.GAVE_WAY) {
        pauses++;
        Thread.sleep(PAUSE);
      }
    }
    if (turn.get() == Turn.GAVE_WAY) {
      LOG.warning(() -> job.getJobName() + " gave way to others' locks; its next run tries again");
    }
    return "COMPLETED";
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
