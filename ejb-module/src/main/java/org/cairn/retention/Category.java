package org.cairn.retention;

import java.util.Locale;

/** What has its time, and how many days that is where the installation says nothing. */
public enum Category {
  /** Codes for guardians, from when they were used or good for nothing. */
  PAIRING_CODES(90),
  /** Who has tried wrong codes, from the last try or the end of the lock. */
  PAIRING_TRIES(1),
  /** What a replay of rules would have changed for whom, from when it was applied or had failed. */
  REPLAY_DIFFERENCES(90),
  /** On which device a learner has gone on with a journey, from the last time. */
  JOURNEY_DEVICES(400),
  /** Devices of progress sync, from the last time. */
  PROGRESS_DEVICES(400),
  /** Differences of ledgers, from when they were gone. */
  LEDGER_FINDINGS(90),
  /** Differences of progress, from when they were gone. */
  PROGRESS_FINDINGS(90),
  /** Errors of rows of roster imports, from the import's end. */
  ROSTER_ERRORS(400);

  private final int days;

  Category(int days) {
    this.days = days;
  }

  /** The setting that tells other days. */
  public String setting() {
    return "cairn.retention." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int days() {
    return days;
  }
}
