package org.cairn.web.support;

import jakarta.ws.rs.core.Response;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Revisions as ETags. */
final class Revisions {

  private Revisions() {}

  static Response tagged(Object view, int revision) {
    return Response.ok(view).tag(Integer.toString(revision)).build();
  }

  static long of(@Nullable String match) {
    if (match == null || !match.matches("\"\\d{1,9}\"")) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", new FieldError("If-Match", "the ETag of what you have read"));
    }
    return Long.parseLong(match.substring(1, match.length() - 1));
  }

  /** Where a body is wanted and there is none. */
  static ProblemException noBody() {
    return CommonProblem.INVALID_REQUEST.with(
        "Nothing was changed.", new FieldError("", "a JSON object"));
  }
}
