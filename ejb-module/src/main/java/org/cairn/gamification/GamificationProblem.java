package org.cairn.gamification;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about XP or its rules is not done. */
public enum GamificationProblem implements Problem {
  XP_TRANSACTION_NOT_FOUND(ProblemKind.NOT_FOUND, "The ledger has no such row that you may see."),
  XP_CORRECTION_INVALID(ProblemKind.INVALID, "The correction breaks a rule of its fields."),
  XP_CORRECTION_CONFLICT(ProblemKind.CONFLICT, "This key was used for another correction."),
  INSUFFICIENT_XP(ProblemKind.CONFLICT, "The balance is less than the price."),
  RULES_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such version of the rules."),
  RULES_INVALID(ProblemKind.INVALID, "The rules of XP are not well-formed."),
  RULES_STALE(ProblemKind.STALE, "Somebody else has made a newer version meanwhile."),
  RULES_START_TAKEN(ProblemKind.CONFLICT, "Another version starts at this very time.");

  private final ProblemKind kind;
  private final String title;

  GamificationProblem(ProblemKind kind, String title) {
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
