package org.cairn.batch.jobs;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.jobs.JobRunView.State;
import org.cairn.jobs.JobStart;

/** Hands runs to the batch runtime; what it refuses has failed, and not silently. */
@Singleton
class JobBegin {

  private static final Logger LOG = Logger.getLogger(JobBegin.class.getName());

  @Inject private JobEngine engine;
  @EJB private TenantCalls calls;

  void begin(JobStart start) {
    String what =
        start.definition().name()
            + ", run "
            + start.ticket().runId()
            + ", attempt "
            + start.ticket().attempt();
    try {
      engine.begin(start);
      LOG.info(() -> "Begun: " + what);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Not begun: " + what);
      calls.tell(
          start.ticket().tenant(),
          frame -> frame.end(start.ticket(), State.FAILED, "The batch runtime did not begin it."));
    }
  }
}
