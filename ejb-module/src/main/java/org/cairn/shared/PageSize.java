package org.cairn.shared;

import org.jspecify.annotations.Nullable;

/** How many items a page may hold. */
public final class PageSize {

  public static final int DEFAULT = 50;
  public static final int MOST = 500;

  private PageSize() {}

  /**
   * The asked size, or the default where none is asked.
   *
   * @throws ProblemException {@code INVALID_REQUEST} outside 1..{@value #MOST}
   */
  public static int of(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT;
    }
    if (asked < 1 || asked > MOST) {
      throw CommonProblem.INVALID_REQUEST.with(
          "A page holds 1 to " + MOST + " items.",
          new FieldError("limit", "a number from 1 to " + MOST));
    }
    return asked;
  }
}
