package org.cairn.web.shared;

/**
 * What a budget says to one request.
 *
 * @param owed see {@link Budget#owed}: more than a minute where the request is refused
 */
record Allowance(Budget budget, long owed) {

  private static final long SECOND = 1_000_000_000L;

  boolean isGranted() {
    return budget.isUnlimited() || budget.allows(owed);
  }

  /** Seconds, at least one, until the same request would be granted. */
  int retryAfter() {
    return (int) Math.max(1, seconds(owed - Budget.MINUTE));
  }

  /** The field {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
  String policy() {
    return '"' + budget.name() + "\";q=" + budget.perMinute() + ";w=60";
  }

  /** The field {@code RateLimit}: what is left, and the seconds until all of it is back. */
  String state() {
    return '"' + budget.name() + "\";r=" + budget.left(owed) + ";t=" + seconds(owed);
  }

  private static long seconds(long nanos) {
    return (Math.max(0, nanos) + SECOND - 1) / SECOND;
  }
}
