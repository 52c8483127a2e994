/**
 * The job {@code ledger-reconciliation}: pages through the profiles of a district and has {@link
 * org.cairn.gamification.LedgerReconciliation} compare them with their ledgers. The model of a
 * nightly job by chunks.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.gamification;

import org.jspecify.annotations.NullMarked;
