package org.cairn.jobs;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.logging.Logger;

/** Notes what people did with jobs, in the transaction in which they did it. */
@Singleton
class JobDeeds {

  private static final Logger LOG = Logger.getLogger(JobDeeds.class.getName());

  /** What can be done with a run. */
  enum Deed {
    STARTED,
    STOPPED,
    RESTARTED,
    ABANDONED
  }

  void note(Deed deed, String job, UUID run) {
    LOG.info(() -> deed + " by a person: " + job + ", run " + run);
  }
}
