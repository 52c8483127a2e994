package org.cairn.gamification;

import java.time.Instant;

/**
 * What is owed for one thing.
 *
 * @param source what for; the same for ever
 * @param amount all that is owed for it, whatever was paid before
 * @param eventId the event that decided it
 */
record XpDue(
    String source,
    XpCategory category,
    String reason,
    int amount,
    boolean verified,
    String eventId,
    Instant occurredAt) {}
