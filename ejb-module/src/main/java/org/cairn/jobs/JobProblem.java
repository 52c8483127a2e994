package org.cairn.jobs;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a job or a run cannot be shown, started or changed. */
public enum JobProblem implements Problem {
  JOB_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such job."),
  JOB_RUN_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such run of the job."),
  JOB_PARAMETERS_INVALID(ProblemKind.UNPROCESSABLE, "The job does not take these parameters."),
  JOB_NOT_STARTABLE(ProblemKind.CONFLICT, "The job is not started this way."),
  JOB_RUNNING(ProblemKind.CONFLICT, "A run of the job has not ended yet."),
  JOB_RUN_STATE(ProblemKind.CONFLICT, "The run's state does not allow this.");

  private final ProblemKind kind;
  private final String title;

  JobProblem(ProblemKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
