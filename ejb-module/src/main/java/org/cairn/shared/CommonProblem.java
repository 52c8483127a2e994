package org.cairn.shared;

/** Problems that belong to no single component. */
public enum CommonProblem implements Problem {
  INVALID_REQUEST(ProblemKind.INVALID, "The request breaks a rule of its fields."),
  NOT_AUTHENTICATED(ProblemKind.UNAUTHENTICATED, "A valid access token is needed."),
  ROLE_MISSING(ProblemKind.FORBIDDEN, "None of your roles may do this."),
  NOT_FOUND(ProblemKind.NOT_FOUND, "There is nothing here that you may see."),
  BODY_TOO_LARGE(ProblemKind.TOO_LARGE, "The body is larger than this operation takes."),
  TOO_MANY_REQUESTS(ProblemKind.LIMITED, "You ask for more than your share at the moment."),
  TRY_AGAIN_LATER(ProblemKind.UNAVAILABLE, "A part that Cairn needs does not answer.");

  private final ProblemKind kind;
  private final String title;

  CommonProblem(ProblemKind kind, String title) {
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
