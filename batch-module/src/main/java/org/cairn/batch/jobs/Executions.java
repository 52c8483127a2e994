package org.cairn.batch.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import java.util.Comparator;

/** The batch runtime's executions of one run. */
final class Executions {

  private Executions() {}

  /** A server may have died between the batch runtime's record of an attempt and the frame's. */
  static long latest(long execution) {
    JobOperator operator = BatchRuntime.getJobOperator();
    return operator.getJobExecutions(operator.getJobInstance(execution)).stream()
        .map(JobExecution::getExecutionId)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new JobStartException("No execution " + execution));
  }
}
