package org.cairn.onboarding;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about onboarding cannot be answered. */
public enum OnboardingProblem implements Problem {
  TRACK_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such track for this learner."),
  STEP_NOT_FOUND(ProblemKind.NOT_FOUND, "The track has no such step."),
  STEP_NOT_SKIPPABLE(ProblemKind.CONFLICT, "This step cannot be left out."),
  WAIVER_INVALID(ProblemKind.INVALID, "The waiver breaks a rule of its fields."),
  ASSIGNMENT_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such assignment that is yours."),
  ASSIGNMENT_INVALID(ProblemKind.INVALID, "The assignment breaks a rule of its fields."),
  TRACK_INVALID(ProblemKind.INVALID, "The definition of the track is not well-formed."),
  TRACK_STALE(ProblemKind.STALE, "Somebody else has changed the track meanwhile.");

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
