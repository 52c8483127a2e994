package org.cairn.access;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a permission about a learner is not given. */
public enum AccessProblem implements Problem {
  /** The same for a learner that does not exist and for one that the caller may not see. */
  LEARNER_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such learner that you may see."),
  /** An old device must not bring back what was erased. */
  LEARNER_ERASED(ProblemKind.GONE, "Your records were erased; nothing from before is taken."),
  PERSON_UNKNOWN(ProblemKind.FORBIDDEN, "Your account belongs to nobody in the district's roster.");

  private final ProblemKind kind;
  private final String title;

  AccessProblem(ProblemKind kind, String title) {
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
