package org.cairn.web.graphql;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why a GraphQL document is not executed. */
public enum GraphqlProblem implements Problem {
  QUERY_INVALID(ProblemKind.INVALID, "The GraphQL document does not fit the schema."),
  QUERY_TOO_COMPLEX(ProblemKind.INVALID, "The GraphQL document asks for more than one may.");

  private final ProblemKind kind;
  private final String title;

  GraphqlProblem(ProblemKind kind, String title) {
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
