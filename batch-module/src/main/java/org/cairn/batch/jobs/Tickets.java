package org.cairn.batch.jobs;

import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import org.cairn.jobs.JobStart;
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

  /** What an attempt is begun with. */
  static Properties parameters(JobStart start) {
    Properties parameters = new Properties();
    parameters.putAll(start.parameters());
    parameters.setProperty("tenant", start.ticket().tenant());
    parameters.setProperty("run", start.ticket().runId().toString());
    parameters.setProperty("attempt", Integer.toString(start.ticket().attempt()));
    parameters.setProperty("skipLimit", Integer.toString(start.definition().limits().skips()));
    return parameters;
  }
}
