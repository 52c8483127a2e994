package org.cairn.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a version of the rules: a dry run first, applied where the district wants it.
 *
 * @param before what took effect before this is judged by the version, the rest as it was
 * @param stale whether another replay was applied since the dry run began, so that this one cannot
 *     be applied any more
 * @param learners how many have XP
 * @param judged how many of them the dry run has looked at
 * @param changed for how many lifetime XP or balance, or how they came about, would be other
 * @param xpUp the sum of lifetime XP that learners would gain
 * @param xpDown the sum that learners would lose, positive
 * @param applied for how many learners it is applied
 * @param requestedBy the subject of whoever asked for the dry run
 */
public record ReplayView(
    UUID id,
    String version,
    State state,
    boolean stale,
    Instant before,
    long learners,
    long judged,
    long changed,
    long xpUp,
    long xpDown,
    long applied,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant readyAt,
    @Nullable String applyRequestedBy,
    @Nullable Instant applyRequestedAt,
    @Nullable Instant appliedAt) {

  /** How far it is. */
  public enum State {
    /** The dry run is on its way. */
    COMPUTING,
    /** The dry run has ended, and can be applied. */
    READY,
    APPLYING,
    APPLIED,
    /** The dry run broke off; another one can be asked for. */
    FAILED
  }

  /**
   * What a replay changes for a learner.
   *
   * @param cut the position in the learner's log up to which its events were counted
   * @param waived what cannot be taken back since the balance is at 0
   * @param rows how many rows the ledger gets
   * @param appliedAt when they were written
   */
  public record Difference(
      UUID learnerId,
      long cut,
      long lifetimeXpBefore,
      long lifetimeXpAfter,
      long balanceBefore,
      long balanceAfter,
      long waived,
      int rows,
      @Nullable Instant appliedAt) {}
}
