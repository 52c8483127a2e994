package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.cairn.content.ContentItem.Named;
import org.jspecify.annotations.Nullable;

/** Reads content that the JSON Schema has found valid. */
final class ContentReader {

  static final String KEY = "key";
  static final String HINTS = "hints";

  private ContentReader() {}

  static ContentItem read(ContentKind kind, JsonNode document, String origin) {
    ObjectNode spec = document.deepCopy();
    JsonNode key = spec.remove(KEY);
    JsonNode hints = spec.remove(HINTS);
    List<String> choices = new ArrayList<>();
    spec.path("choices").forEach(choice -> choices.add(choice.get("id").asText()));
    return new ContentItem(
        kind,
        spec.get("id").asText(),
        text(spec, "subject"),
        texts(spec.path("grades")),
        text(spec, "skill"),
        spec,
        key,
        hints,
        references(kind, spec),
        parts(kind, spec),
        translated(kind, spec),
        choices,
        origin);
  }

  /** Lists of documents by kind, as the files of a deployment have them. */
  static List<ContentItem> all(JsonNode file) {
    List<ContentItem> items = new ArrayList<>();
    for (ContentKind kind : ContentKind.values()) {
      JsonNode specs = file.path(kind.plural());
      for (int i = 0; i < specs.size(); i++) {
        items.add(read(kind, specs.get(i), "document /" + kind.plural() + "/" + i));
      }
    }
    return items;
  }

  /** The key of a question of this type. */
  static AnswerKey key(String type, JsonNode key) {
    return switch (type) {
      case "multiple-choice" -> new AnswerKey.Choices(new HashSet<>(texts(key)));
      case "true-false" -> new AnswerKey.Truth(key.booleanValue());
      case "numeric" ->
          new AnswerKey.Numeric(
              key.get("value").decimalValue(),
              key.has("tolerance") ? key.get("tolerance").decimalValue() : BigDecimal.ZERO);
      case "short-text" -> AnswerKey.Text.of(texts(key));
      default -> throw new IllegalStateException("A question of type " + type + " has no key");
    };
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<Named> references(ContentKind kind, JsonNode spec) {
    List<Named> named = new ArrayList<>();
    if (kind == ContentKind.QUESTION) {
      named.add(new Named(ContentKind.SKILL, spec.get("skill").asText(), "/skill"));
    }
    named.addAll(named(ContentKind.SKILL, spec.path("prerequisites"), "/prerequisites/"));
    JsonNode modules = spec.path("modules");
    for (int i = 0; i < modules.size(); i++) {
      String module = "/modules/" + i;
      for (ContentKind each : List.of(ContentKind.SKILL, ContentKind.ACTIVITY)) {
        JsonNode ids = modules.get(i).path(each.plural());
        named.addAll(named(each, ids, module + "/" + each.plural() + "/"));
      }
    }
    return named;
  }

  private static List<Named> named(ContentKind kind, JsonNode ids, String pointer) {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      named.add(new Named(kind, ids.get(i).asText(), pointer + i));
    }
    return named;
  }

  private static List<Named> parts(ContentKind kind, JsonNode spec) {
    List<Named> named = new ArrayList<>();
    for (String list : List.of("modules", "interactions")) {
      JsonNode parts = spec.path(list);
      for (int i = 0; i < parts.size(); i++) {
        String pointer = "/" + list + "/" + i + "/id";
        named.add(new Named(kind, parts.get(i).get("id").asText(), pointer));
      }
    }
    return named;
  }

  private static List<Named> translated(ContentKind kind, JsonNode spec) {
    List<Named> named = new ArrayList<>();
    for (Map.Entry<String, JsonNode> locale : spec.path("translations").properties()) {
      String pointer = "/translations/" + locale.getKey() + "/interactions/";
      for (Map.Entry<String, JsonNode> part : locale.getValue().path("interactions").properties()) {
        named.add(new Named(kind, part.getKey(), pointer + part.getKey()));
      }
    }
    return named;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
