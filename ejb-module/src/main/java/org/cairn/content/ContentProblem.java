package org.cairn.content;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why content is not found or not taken. */
public enum ContentProblem implements Problem {
  CONTENT_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such content."),
  CONTENT_INVALID(ProblemKind.INVALID, "The content breaks a rule of its fields."),
  CONTENT_ID_TAKEN(ProblemKind.CONFLICT, "Other content has this id."),
  CONTENT_STALE(ProblemKind.STALE, "The content has changed since you read it."),
  CONTENT_NOT_DRAFT(ProblemKind.CONFLICT, "There is no draft to publish.");

  private final ProblemKind kind;
  private final String title;

  ContentProblem(ProblemKind kind, String title) {
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
