package org.cairn.progress;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a sync event is not taken. */
public enum SyncProblem implements Problem {
  EVENT_LIMIT_EXCEEDED(
      ProblemKind.UNPROCESSABLE, "The learner has as many sync events as there may be.");

  private final ProblemKind kind;
  private final String title;

  SyncProblem(ProblemKind kind, String title) {
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
