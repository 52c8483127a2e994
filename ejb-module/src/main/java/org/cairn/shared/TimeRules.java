package org.cairn.shared;

import java.time.Instant;

/**
 * What times from outside may be, whatever they are about: such as a clock of this age can show.
 */
public final class TimeRules {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** What is expected, for people. */
  public static final String EXPECTED = "from " + EARLIEST + " to " + LATEST;

  private TimeRules() {}

  public static boolean isSane(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
  }
}
