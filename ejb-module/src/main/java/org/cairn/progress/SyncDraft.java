package org.cairn.progress;

import java.util.List;
import java.util.Map;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * A sync event as a device wrote it, not checked yet.
 *
 * @param members of the object: text, numbers, booleans, {@code null}, lists and maps of them
 * @param unreadable what could not even be read, such as a repeated member or a number beyond all
 *     bounds
 */
public record SyncDraft(Map<String, @Nullable Object> members, List<FieldError> unreadable) {

  /** The id that a refusal names; {@code null} where there is none to name. */
  @Nullable String eventId() {
    return members.get("eventId") instanceof String id
            && id.length() <= SyncRules.LONGEST_ID
            && TextRules.isProse(id)
        ? id
        : null;
  }
}
