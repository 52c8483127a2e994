package org.cairn.web.content;

import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** A revision as an entity tag. */
final class Revision {

  private Revision() {}

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  /** The revision that the author has read. */
  static long of(@Nullable String ifMatch) {
    if (ifMatch == null || !ifMatch.matches("\"\\d{1,18}\"")) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", new FieldError("If-Match", "the ETag of what you have read"));
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }
}
