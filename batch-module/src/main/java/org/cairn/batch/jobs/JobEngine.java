package org.cairn.batch.jobs;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Singleton;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.jobs.JobStart;

/** The batch runtime, as the frame uses it. */
@Singleton
class JobEngine {

  private static final Logger LOG = Logger.getLogger(JobEngine.class.getName());

  /** The frame knows by the lease that the attempt before has no server; JBeret only guesses. */
  private static final String RESTART_MODE = "jberet.restart.mode";

  /** Begins an attempt, at the checkpoint of the one before if there was one. */
  void begin(JobStart start) {
    Properties parameters = Tickets.parameters(start);
    Long before = start.before();
    if (before == null) {
      operator().start(start.definition().name(), parameters);
    } else {
      parameters.setProperty(RESTART_MODE, "force");
      operator().restart(Executions.latest(before), parameters);
    }
  }

  BatchStatus status(long execution) {
    return operator().getJobExecution(execution).getBatchStatus();
  }

  /** Asks an attempt to stop, unless it has just ended by itself. */
  void stop(long execution) {
    try {
      operator().stop(execution);
    } catch (JobExecutionNotRunningException e) {
      LOG.log(Level.FINE, e, () -> "Execution " + execution + " has ended already");
    }
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
