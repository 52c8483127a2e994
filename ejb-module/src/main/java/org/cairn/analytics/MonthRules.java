package org.cairn.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which months have a partition, are closed, and are dropped.
 *
 * @param open how many whole months before the present one take in events
 * @param kept how many whole months before the present one have their sums
 */
record MonthRules(int open, int kept) {

  /** How many partitions there are ahead. */
  static final int AHEAD = 3;

  /** How many months a detached partition stays, in case it is missed. */
  private static final int DETACHED = 1;

  MonthRules {
    if (open < 2 || open > 60 || kept < open || kept > 600) {
      throw new IllegalArgumentException("2 to 60 open months, and at most 600 that are kept");
    }
  }

  /** The months before this one are to be closed. */
  LocalDate closedBefore(Instant now) {
    return Fact.monthOf(now).minusMonths(open);
  }

  /** The months that have to have a partition. */
  List<LocalDate> wanted(Instant now) {
    LocalDate first = closedBefore(now);
    return IntStream.rangeClosed(0, open + AHEAD).mapToObj(first::plusMonths).toList();
  }

  /** Partitions that were detached by then are dropped. */
  static Instant detachedBy(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minusMonths(DETACHED).toInstant();
  }

  /** Sums of months before this one are forgotten. */
  LocalDate forgottenBefore(Instant now) {
    return Fact.monthOf(now).minusMonths(kept);
  }
}
