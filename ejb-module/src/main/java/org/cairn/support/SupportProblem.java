package org.cairn.support;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why something about a learner's support cannot be done. */
public enum SupportProblem implements Problem {
  REMEDIATION_INVALID(ProblemKind.INVALID, "The request breaks a rule of its fields."),
  REMEDIATION_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such item of this learner."),
  REMEDIATION_STALE(ProblemKind.STALE, "Somebody else has changed the item meanwhile."),
  REMEDIATION_CLOSED(ProblemKind.CONFLICT, "The item is completed or skipped."),
  SKILL_UNKNOWN(ProblemKind.NOT_FOUND, "The catalog has no such skill."),
  OVERRIDE_INVALID(ProblemKind.INVALID, "The request breaks a rule of its fields."),
  OVERRIDE_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such override of this learner."),
  OVERRIDE_CONFLICT(ProblemKind.CONFLICT, "An override with this id and other content is there."),
  OVERRIDE_WAITING(ProblemKind.CONFLICT, "Another override of this learner waits for the school."),
  OVERRIDE_DECIDED(ProblemKind.CONFLICT, "The override does not wait for a decision."),
  GRADE_REACHED(ProblemKind.CONFLICT, "The learner is in this grade, or above it."),
  GRADE_UNKNOWN(ProblemKind.CONFLICT, "The roster gives the learner no grade to go on from."),
  SUPPORT_SETTINGS_INVALID(ProblemKind.INVALID, "The settings break a rule of their fields."),
  SUPPORT_SETTINGS_STALE(ProblemKind.STALE, "Somebody else has changed the settings meanwhile.");

  private final ProblemKind kind;
  private final String title;

  SupportProblem(ProblemKind kind, String title) {
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
