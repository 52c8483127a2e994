package org.cairn.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a restore.
 *
 * @param id the job's run
 * @param dryRun whether nothing was to be written; then {@code restored} tells what would be
 * @param damagedPart the first part that is not as it was written, where there is one
 * @param restored learners for whom something was missing
 * @param whole learners for whom nothing was
 * @param kept learners whose ledger tells something else than the backup, and was left alone
 * @param absent learners whom the roster does not know any more, or who were erased
 * @param ledgerRows rows of ledgers that were missing
 * @param differing restored learners whose profile is not what the ledger says
 */
public record RestoreView(
    UUID id,
    UUID backupId,
    boolean dryRun,
    State state,
    @Nullable Integer damagedPart,
    long restored,
    long whole,
    long kept,
    long absent,
    long ledgerRows,
    long differing,
    Instant begunAt,
    @Nullable Instant endedAt) {

  /** How far it is. */
  public enum State {
    /** Every part is read and compared with the manifest; nothing is written yet. */
    VERIFYING,
    RESTORING,
    COMPLETED,
    /** A part is damaged; nothing was written. */
    REFUSED,
    /** It broke off, and can be restarted or asked for again. */
    FAILED
  }
}
