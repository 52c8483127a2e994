package org.cairn.gamification;

import java.time.Instant;
import java.util.UUID;

/**
 * A number in which a learner's profile differs from the ledger. Nobody mends it silently.
 *
 * @param code {@code BALANCE}, {@code LAST_BALANCE}, {@code TRANSACTIONS}, {@code LAST_NUMBER} or
 *     {@code LIFETIME_XP}
 * @param profile the profile's number
 * @param ledger what it would be by the ledger
 * @param foundAt when a reconciliation saw it first
 */
public record LedgerFindingView(
    UUID learnerId, String code, long profile, long ledger, Instant foundAt) {}
