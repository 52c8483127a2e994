package org.cairn.web.shared;

import org.cairn.shared.ProblemKind;

/** What a kind of problem is in HTTP. */
final class ProblemStatus {

  private ProblemStatus() {}

  static int of(ProblemKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case UNPROCESSABLE -> 422;
      case LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
