package org.cairn.onboarding;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about onboarding cannot be answered. */
public enum OnboardingProblem implements Problem {
  TRACK_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such track for this learner.");

  private final ProblemKind kind;
  private final String title;

  OnboardingProblem(ProblemKind kind, String title) {
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
