package org.cairn.gamification;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the ledger.
 *
 * @param number its place in the learner's ledger, from 1
 * @param type {@code EARNED}, {@code SPENT} or {@code CORRECTION}
 * @param source what it was paid for, such as {@code track/first-week/step/say-hello}
 * @param amount negative where something was spent or taken back
 * @param verified whether somebody else than the learner's device vouches for the event
 * @param ruleVersion the version of the rules that made it
 * @param eventId the event that caused it
 * @param occurredAt when that event counts
 */
public record XpTransactionView(
    UUID id,
    long number,
    String type,
    XpCategory category,
    String reason,
    String source,
    int amount,
    long balanceAfter,
    boolean verified,
    String ruleVersion,
    String eventId,
    Instant occurredAt,
    Instant recordedAt) {}
