package org.cairn.batch.jobs;

import jakarta.batch.runtime.context.JobContext;
import org.cairn.jobs.JobTicket;

/** The ticket of the attempt that a job's thread works on. */
final class Tickets {

  private Tickets() {}

  /**
   * The ticket that {@link RunKeeper} has left.
   *
   * @throws IllegalStateException where the job XML forgot the listener
   */
  static JobTicket of(JobContext job) {
    if (job.getTransientUserData() instanceof JobTicket ticket) {
      return ticket;
    }
    throw new IllegalStateException(
        "The job " + job.getJobName() + " lacks the listener runKeeper");
  }
}
