package org.cairn.web.shared;

/**
 * How often something may be asked for: a bucket that holds one minute's requests and refills
 * steadily (the generic cell rate algorithm of ITU-T I.371, whose whole state is one moment).
 *
 * @param name as clients see it in {@code RateLimit}
 * @param perMinute requests a minute, and at most at once; 0 for no limit
 */
record Budget(String name, int perMinute) {

  static final long MINUTE = 60_000_000_000L;

  Budget {
    if (perMinute < 0) {
      throw new IllegalArgumentException("A budget is no negative number: " + perMinute);
    }
  }

  boolean isUnlimited() {
    return perMinute == 0;
  }

  /**
   * What is owed once another request is granted, in nanoseconds of refilling.
   *
   * @param fullAt when the bucket is full again; a time gone by where it is full
   * @param now the present on the same scale; where it has run backwards, a minute is owed at most
   */
  long owed(long fullAt, long now) {
    return Math.min(Math.max(fullAt - now, 0), MINUTE) + price();
  }

  /** Whether so much may be owed. */
  boolean allows(long owed) {
    return owed <= MINUTE;
  }

  /** How many more requests could follow at once. */
  long left(long owed) {
    return Math.max(0, (MINUTE - owed) / price());
  }

  private long price() {
    return MINUTE / perMinute;
  }
}
