package org.cairn.archive;

import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.ProblemKind;

/** What can be wrong with objects. */
public enum ArchiveProblem implements Problem {
  OBJECT_NOT_FOUND(ProblemKind.NOT_FOUND, "No object has this address."),
  OBJECT_TYPE_REFUSED(ProblemKind.UNPROCESSABLE, "The container takes no objects of this type."),
  OBJECT_ERASED(ProblemKind.GONE, "The key of these objects was destroyed."),
  OBJECT_DAMAGED(ProblemKind.UNAVAILABLE, "The object is not as it was written."),
  LINK_REFUSED(ProblemKind.NOT_FOUND, "The link opens nothing, or nothing any more."),
  STORAGE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The object storage does not answer.");

  private final ProblemKind kind;
  private final String title;

  ArchiveProblem(ProblemKind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  /** Whether an object is missing or not as it was written, and not just out of reach. */
  public static boolean isLost(ProblemException thrown) {
    return thrown.problem() == OBJECT_NOT_FOUND || thrown.problem() == OBJECT_DAMAGED;
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
