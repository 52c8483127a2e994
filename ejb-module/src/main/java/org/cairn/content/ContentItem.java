package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cairn.definitions.DefinitionFiles;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content that the JSON Schema has found valid.
 *
 * @param subject a question has its skill's
 * @param grades CEDS codes; a question has its skill's
 * @param skill a question's
 * @param spec what everybody may see: all but the key and the hints
 * @param key a question's, where it has one
 * @param hints a question's or a skill's, where it has any
 * @param references the other content that it names
 * @param parts ids of its own that are unique over all of its kind
 * @param translated the parts that its translations speak of
 * @param choices the ids of a question's choices, as they stand
 * @param origin where it is defined, for people
 */
record ContentItem(
    ContentKind kind,
    String id,
    @Nullable String subject,
    List<String> grades,
    @Nullable String skill,
    JsonNode spec,
    @Nullable JsonNode key,
    @Nullable JsonNode hints,
    List<Named> references,
    List<Named> parts,
    List<Named> translated,
    List<String> choices,
    String origin) {

  /**
   * Content, or a part of content, that is named inside other content.
   *
   * @param kind of content; of a part, whose it is: a path's modules, an activity's interactions
   * @param pointer where, as a JSON Pointer
   */
  record Named(ContentKind kind, String id, String pointer) {

    /** Tells it from all others: {@code SKILL/add-1}. */
    String key() {
      return kind + "/" + id;
    }
  }

  /** Where in all content a place of this item is, for people. */
  String placeOf(String pointer) {
    return origin + " at " + pointer;
  }

  /** Tells it from all others: {@code SKILL/add-1}. */
  String itemKey() {
    return kind + "/" + id;
  }

  /** The ids of the choices that the key calls right. */
  List<String> rightChoices() {
    return choices.isEmpty() || key == null ? List.of() : ContentReader.texts(key);
  }

  /** The key as JSON text. */
  @Nullable String keyText() {
    return key == null ? null : key.toString();
  }

  /** The hints as JSON text. */
  @Nullable String hintsText() {
    return hints == null ? null : hints.toString();
  }

  /** Tells one content from another. */
  String hash() {
    return DefinitionFiles.hash(whole(spec, key, hints));
  }

  /** The document as its author wrote it. */
  static JsonNode whole(JsonNode spec, @Nullable JsonNode key, @Nullable JsonNode hints) {
    ObjectNode whole = spec.deepCopy();
    if (key != null) {
      whole.set(ContentReader.KEY, key);
    }
    if (hints != null) {
      whole.set(ContentReader.HINTS, hints);
    }
    return whole;
  }
}
