package org.cairn.web.shared;

import jakarta.ws.rs.core.Response;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What somebody has read and decides on, as ETag and {@code If-Match}. */
public final class Revisions {

  private Revisions() {}

  /** An answer with the revision that it shows. */
  public static Response tagged(Object view, long revision) {
    return tagged(view, Long.toString(revision));
  }

  /** An answer with the version that it shows. */
  public static Response tagged(Object view, String version) {
    return Response.ok(view).tag(version).build();
  }

  /**
   * The revision that the caller has read.
   *
   * @throws ProblemException {@code INVALID_REQUEST} where {@code If-Match} tells none
   */
  public static long of(@Nullable String ifMatch) {
    if (ifMatch == null || !ifMatch.matches("\"\\d{1,18}\"")) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", new FieldError("If-Match", "the ETag of what you have read"));
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }

  /** The version that the caller has read, where it says one; without its quotes. */
  public static @Nullable String version(@Nullable String ifMatch) {
    return ifMatch == null ? null : ifMatch.replaceFirst("(?s)^\"(.*)\"$", "$1");
  }

  /** What is wrong where a body is wanted and there is none. */
  public static ProblemException noBody() {
    return CommonProblem.INVALID_REQUEST.with(
        "Nothing was changed.", new FieldError("", "a JSON object"));
  }
}
