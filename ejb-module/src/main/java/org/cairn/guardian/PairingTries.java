package org.cairn.guardian;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a guardian has been wrong: {@value #MOST} wrong codes within an hour lock it out for an
 * hour.
 *
 * @param wrong how many in a row, each within an hour of the one before
 */
record PairingTries(int wrong, @Nullable Instant wrongAt, @Nullable Instant lockedUntil) {

  static final int MOST = 5;
  static final Duration AN_HOUR = Duration.ofHours(1);
  static final PairingTries NONE = new PairingTries(0, null, null);

  boolean isLocked(Instant now) {
    return !lockedFor(now).isZero();
  }

  /** How long no code is looked at; zero where one is. */
  Duration lockedFor(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil)
        ? Duration.between(now, lockedUntil)
        : Duration.ZERO;
  }

  PairingTries afterWrong(Instant now) {
    boolean follows = lockedUntil == null && wrongAt != null && now.isBefore(wrongAt.plus(AN_HOUR));
    int times = follows ? wrong + 1 : 1;
    return new PairingTries(times, now, times < MOST ? null : now.plus(AN_HOUR));
  }
}
