package org.cairn.gamification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger with what it was reckoned from; {@code null} in rows that are older than the
 * rules.
 *
 * @param streak the streak's length on that day, as the row knew it
 * @param owed all that was owed for the source then
 */
record LedgerRow(
    XpTransactionView view,
    @Nullable XpKind kind,
    int basis,
    @Nullable String grade,
    @Nullable LocalDate day,
    int streak,
    int owed) {}
