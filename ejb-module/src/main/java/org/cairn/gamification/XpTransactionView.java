package org.cairn.gamification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger. The sum of all amounts is the balance; the sum of amounts less what was
 * waived, of all rows but spent ones, is the lifetime XP.
 *
 * @param number its place in the learner's ledger, from 1
 * @param type {@code EARNED}, {@code SPENT} or {@code CORRECTION}
 * @param reason a code, such as {@code ANSWER_CORRECT} or {@code STREAK_CHANGED}
 * @param note what a district's administrator gave as the reason
 * @param source what it was paid for, such as {@code track/first-week/step/say-hello}
 * @param amount negative where something was spent or taken back
 * @param waived what a correction should have taken beyond the balance, and did not; negative where
 *     a waived part is owed again
 * @param verified whether somebody else than the learner's device vouches for the event
 * @param ruleVersion the version of the rules that made it
 * @param eventId the event that caused it
 * @param occurredAt when what it was paid for counts
 */
public record XpTransactionView(
    UUID id,
    long number,
    String type,
    XpCategory category,
    String reason,
    @Nullable String note,
    String source,
    int amount,
    int waived,
    long balanceAfter,
    boolean verified,
    String ruleVersion,
    String eventId,
    Instant occurredAt,
    Instant recordedAt) {}
