package org.cairn.journey;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about a journey cannot be done. */
public enum JourneyProblem implements Problem {
  JOURNEY_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such journey of this learner."),
  JOURNEY_INVALID(ProblemKind.INVALID, "The request breaks a rule of its fields."),
  JOURNEY_CONFLICT(ProblemKind.CONFLICT, "A journey with this id and other content has begun."),
  JOURNEY_NOT_COMPLETE(ProblemKind.CONFLICT, "Lessons of the journey are not complete."),
  JOURNEY_ARCHIVED(ProblemKind.CONFLICT, "The journey is of long ago, and closed."),
  CONTAINER_NOT_OPEN(ProblemKind.CONFLICT, "The containers before it are not complete."),
  SKILL_NOT_OFFERED(ProblemKind.NOT_FOUND, "No such skill of this subject and grade is offered."),
  SESSION_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such lesson of this learner."),
  SESSION_NOT_COMPLETE(ProblemKind.CONFLICT, "Questions of the lesson are not answered."),
  SESSION_COMPLETE(ProblemKind.CONFLICT, "The lesson is complete."),
  QUESTION_NOT_ASKED(ProblemKind.NOT_FOUND, "The lesson does not ask this question.");

  private final ProblemKind kind;
  private final String title;

  JourneyProblem(ProblemKind kind, String title) {
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
