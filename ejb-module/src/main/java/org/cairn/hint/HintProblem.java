package org.cairn.hint;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a hint is not given. Nothing is ever paid for one that is not. */
public enum HintProblem implements Problem {
  HINT_INVALID(ProblemKind.INVALID, "The request breaks a rule of its fields."),
  HINT_CONFLICT(ProblemKind.CONFLICT, "Another hint was asked for with this id."),
  HINT_NOT_OFFERED(ProblemKind.NOT_FOUND, "The question has no hint of this level.");

  private final ProblemKind kind;
  private final String title;

  HintProblem(ProblemKind kind, String title) {
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
