package org.cairn.gamification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules of XP, which never changes.
 *
 * @param version {@code shared-1} for Cairn's or the operator's, {@code district-1} for one's own
 * @param state {@code DRAFT} while it is not to start, {@code SCHEDULED}, {@code IN_FORCE} or
 *     {@code PAST}
 * @param startsAt from when it holds, or has held last
 * @param rules the document, as {@code rules.schema.json} describes it
 */
public record RuleSetView(
    String version,
    String state,
    @Nullable Instant startsAt,
    Instant createdAt,
    String createdBy,
    Map<String, Object> rules) {}
