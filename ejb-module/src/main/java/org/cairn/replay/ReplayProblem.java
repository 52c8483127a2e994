package org.cairn.replay;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why rules are not replayed. */
public enum ReplayProblem implements Problem {
  REPLAY_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such replay of this version of the rules."),
  REPLAY_UNFINISHED(ProblemKind.CONFLICT, "The dry run has not come to its end."),
  REPLAY_STALE(ProblemKind.CONFLICT, "Another replay was applied since this dry run began."),
  REPLAY_RUNNING(ProblemKind.CONFLICT, "Another replay is being applied.");

  private final ProblemKind kind;
  private final String title;

  ReplayProblem(ProblemKind kind, String title) {
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
