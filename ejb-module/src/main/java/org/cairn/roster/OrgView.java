package org.cairn.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A district, school or other organization of the roster.
 *
 * @param type as OneRoster says it: {@code district}, {@code school} …
 * @param status {@code active}, or {@code inactive} where the roster no longer has it
 * @param timeZone its own, absent where the parent's holds
 */
public record OrgView(
    UUID id,
    String sourcedId,
    String name,
    String type,
    String status,
    @Nullable UUID parentId,
    @Nullable String timeZone) {}
