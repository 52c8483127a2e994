package org.cairn.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a verification has found.
 *
 * @param kind what is wrong, such as {@code ENTRY_ALTERED}; {@code docs/audit.md} lists them
 * @param number the place in the chain, where there is one
 * @param entryId the entry, where there is one
 * @param detail the same for people
 */
public record AuditFindingView(
    String kind, @Nullable Long number, @Nullable UUID entryId, String detail) {}
