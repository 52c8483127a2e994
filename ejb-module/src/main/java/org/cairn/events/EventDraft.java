package org.cairn.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * An event as a sender wrote it, not checked yet.
 *
 * @param payload values are text, {@link Number}, {@link Boolean}, {@code null}, or lists of them;
 *     anything deeper is refused
 * @param unreadable fields that hold another kind of value than theirs
 */
public record EventDraft(
    @Nullable String eventId,
    @Nullable String name,
    @Nullable Integer version,
    @Nullable String sourceModule,
    @Nullable String projectId,
    @Nullable String clientId,
    @Nullable Map<String, @Nullable Object> payload,
    @Nullable Instant occurredAt,
    List<FieldError> unreadable) {}
