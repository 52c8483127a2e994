package org.cairn.digest;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why settings of the digest are not changed. */
public enum DigestProblem implements Problem {
  DIGEST_SETTINGS_STALE(ProblemKind.STALE, "Somebody else has changed the settings meanwhile.");

  private final ProblemKind kind;
  private final String title;

  DigestProblem(ProblemKind kind, String title) {
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
