package org.cairn.batch.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Properties;
import org.cairn.jobs.JobRunView.State;
import org.cairn.jobs.JobStart;

/** The batch runtime, as the frame uses it. */
@Singleton
class JobEngine {

  /** The frame knows by the lease that the attempt before has no server; JBeret only guesses. */
  private static final String RESTART_MODE = "jberet.restart.mode";

  /** Begins an attempt, at the checkpoint of the one before if there was one. */
  void begin(JobStart start) {
    Properties parameters = new Properties();
    parameters.putAll(start.parameters());
    parameters.setProperty("tenant", start.ticket().tenant());
    parameters.setProperty("run", start.ticket().runId().toString());
    parameters.setProperty("attempt", Integer.toString(start.ticket().attempt()));
    parameters.setProperty("skipLimit", Integer.toString(start.definition().limits().skips()));
    Long before = start.before();
    if (before == null) {
      operator().start(start.definition().name(), parameters);
    } else {
      parameters.setProperty(RESTART_MODE, "force");
      operator().restart(latest(before), parameters);
    }
  }

  /** What a status of the batch runtime that is final means for the run. */
  static State state(BatchStatus ended) {
    return switch (ended) {
      case FAILED, ABANDONED -> State.FAILED;
      case STOPPING, STOPPED -> State.STOPPED;
      case STARTING, STARTED, COMPLETED -> State.COMPLETED;
    };
  }

  BatchStatus status(long execution) {
    return operator().getJobExecution(execution).getBatchStatus();
  }

  void stop(long execution) {
    operator().stop(execution);
  }

  /** A server may have died between the batch runtime's record of an attempt and the frame's. */
  private static long latest(long execution) {
    return operator().getJobExecutions(operator().getJobInstance(execution)).stream()
        .map(JobExecution::getExecutionId)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new JobStartException("No execution " + execution));
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
