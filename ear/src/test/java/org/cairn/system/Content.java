package org.cairn.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers to the sample's questions, as their authors see them. */
final class Content {

  private static final Map<String, JsonNode> QUESTIONS = new HashMap<>();

  private Content() {}

  /** The right answer to a shared question. */
  static Object right(String question) {
    JsonNode spec = question(question);
    JsonNode key = spec.path("key");
    return switch (spec.path("type").asText()) {
      case "numeric" -> key.path("value").decimalValue();
      case "true-false" -> key.booleanValue();
      case "short-text" -> key.path(0).asText();
      default -> List.of(key.path(0).asText());
    };
  }

  /** An answer that is wrong to any question. */
  static Object wrong() {
    return "none of these";
  }

  private static synchronized JsonNode question(String id) {
    if (QUESTIONS.isEmpty()) {
      RunningCairn.get()
          .as(Person.KURT_MCCARTHY)
          .get("/api/v1/content/questions?state=published&limit=500")
          .body()
          .path("items")
          .forEach(item -> QUESTIONS.put(item.path("id").asText(), item.path("published")));
    }
    return QUESTIONS.get(id);
  }
}
