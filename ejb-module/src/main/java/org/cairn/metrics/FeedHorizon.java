package org.cairn.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far behind the present a feed across learners can be read.
 *
 * <p>Such a feed gives out rows below the oldest transaction that is still writing, anywhere in the
 * database server; a long one holds it back. When that transaction began, the database does not
 * tell to the application's role. But transactions are numbered in the order of their first change,
 * so it is known from looking regularly: it began before the first look that already saw a later
 * number.
 *
 * @param looks those that may still be behind the horizon, oldest first
 */
record FeedHorizon(List<Look> looks) {

  /** Four hours of looks every 15 seconds; what holds back that long is a fault all the same. */
  static final int MOST_LOOKS = 960;

  static final FeedHorizon NOTHING_SEEN = new FeedHorizon(List.of());

  /**
   * A look at the database.
   *
   * @param oldest the number of the oldest transaction that is still writing
   * @param next the number that the next one to write will get
   */
  record Look(Instant at, long oldest, long next) {}

  FeedHorizon {
    looks = List.copyOf(looks);
  }

  FeedHorizon after(Look look) {
    List<Look> behind = new ArrayList<>();
    for (Look earlier : looks) {
      if (earlier.next() > look.oldest()) {
        behind.add(earlier);
      }
    }
    if (behind.size() < MOST_LOOKS && look.next() > look.oldest()) {
      behind.add(look);
    }
    return new FeedHorizon(behind);
  }

  /** The lag, too small by at most the time between two looks. */
  Duration lag(Instant now) {
    return looks.isEmpty() ? Duration.ZERO : Duration.between(looks.get(0).at(), now);
  }
}
