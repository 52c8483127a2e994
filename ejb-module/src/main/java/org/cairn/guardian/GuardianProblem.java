package org.cairn.guardian;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why guardians are not linked, or not kept away. */
public enum GuardianProblem implements Problem {
  PAIRING_CODE_UNKNOWN(ProblemKind.NOT_FOUND, "This code links nobody."),
  PAIRING_CODE_USED(ProblemKind.CONFLICT, "The code was used already."),
  PAIRING_LOCKED(ProblemKind.LIMITED, "Too many wrong codes."),
  PAIRING_CODES_OPEN(ProblemKind.CONFLICT, "The learner has enough codes that are good."),
  GUARDIAN_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such guardian of the learner."),
  RESTRICTION_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such restriction."),
  GUARDIAN_SETTINGS_STALE(ProblemKind.STALE, "Somebody has changed the settings meanwhile.");

  private final ProblemKind kind;
  private final String title;

  GuardianProblem(ProblemKind kind, String title) {
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
