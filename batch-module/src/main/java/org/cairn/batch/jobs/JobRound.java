package org.cairn.batch.jobs;

import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.cairn.jobs.JobWork.Working;

/** What a server does for one tenant's jobs at each tick of the clock. */
@Singleton
class JobRound {

  private static final Logger LOG = Logger.getLogger(JobRound.class.getName());
  private static final Set<BatchStatus> GOING =
      EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  @Inject private Node node;
  @Inject private JobEngine engine;
  @Inject private JobBegin begin;
  @EJB private TenantCalls calls;

  void through(String tenant, List<String> alive) {
    calls.tell(tenant, frame -> frame.working(node.name())).forEach(this::keepInLine);
    calls.tell(tenant, frame -> frame.takeOver(node.name(), alive)).forEach(begin::begin);
    calls.tell(tenant, frame -> frame.claimDue(node.name())).forEach(begin::begin);
    calls
        .tell(tenant, frame -> frame.missPromises())
        .forEach(run -> LOG.warning(() -> "Promise missed for " + tenant + ": " + run));
  }

  private void keepInLine(Working run) {
    BatchStatus status = engine.status(run.execution());
    if (!GOING.contains(status)) {
      calls.tell(
          run.ticket().tenant(),
          frame -> frame.end(run.ticket(), Outcome.of(status), "Its end was found later."));
    } else if (run.stopping() && status != BatchStatus.STOPPING) {
      engine.stop(run.execution());
    }
  }
}
