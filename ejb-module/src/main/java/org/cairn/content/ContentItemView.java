package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Content as its authors see it.
 *
 * @param shared whether it is the reserved tenant's, which nobody here may change
 * @param version in force; 0 before the first is published
 * @param state {@code draft} where something is in work, else {@code published} or {@code retired}
 * @param revision grows with each change; the entity tag of an edit
 * @param published what is in force, keys included; absent before the first version
 * @param draft what is in work, keys included; absent where nothing is
 */
public record ContentItemView(
    String kind,
    String id,
    boolean shared,
    int version,
    String state,
    long revision,
    Instant changedAt,
    @Nullable JsonNode published,
    @Nullable JsonNode draft) {

  /** The state of an item with or without a draft. */
  static String state(@Nullable JsonNode draft, boolean retired) {
    return draft != null ? "draft" : retired ? "retired" : "published";
  }
}
