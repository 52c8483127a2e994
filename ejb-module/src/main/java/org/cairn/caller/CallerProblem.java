package org.cairn.caller;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a caller is turned away before anything else is looked at. */
public enum CallerProblem implements Problem {
  TENANT_UNKNOWN(ProblemKind.FORBIDDEN, "Your token names no district that is served here.");

  private final ProblemKind kind;
  private final String title;

  CallerProblem(ProblemKind kind, String title) {
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
