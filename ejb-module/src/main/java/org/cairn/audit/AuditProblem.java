package org.cairn.audit;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about the audit is not done. */
public enum AuditProblem implements Problem {
  AUDIT_VERIFICATION_RUNNING(ProblemKind.CONFLICT, "The audit is being verified already."),
  AUDIT_NOT_VERIFIED(ProblemKind.NOT_FOUND, "The audit has never been verified.");

  private final ProblemKind kind;
  private final String title;

  AuditProblem(ProblemKind kind, String title) {
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
