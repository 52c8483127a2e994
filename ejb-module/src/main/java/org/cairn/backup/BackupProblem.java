package org.cairn.backup;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;

/** Why nothing is restored. */
public enum BackupProblem implements Problem {
  BACKUP_NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such backup."),
  BACKUP_DAMAGED(ProblemKind.CONFLICT, "A part of the backup is not as it was written.");

  private final ProblemKind kind;
  private final String title;

  BackupProblem(ProblemKind kind, String title) {
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
