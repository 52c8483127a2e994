package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A key as people read it. */
final class KeyWords {

  private KeyWords() {}

  /**
   * The right answers: all of the right choices, or each form that is accepted.
   *
   * @param key of the question's type, as the JSON Schema has found it valid
   */
  static List<String> of(QuestionView question, JsonNode key) {
    return switch (question.type()) {
      case "multiple-choice" -> choices(question, ContentReader.texts(key));
      case "true-false" -> List.of(key.booleanValue() ? "True" : "False");
      case "numeric" -> List.of(key.get("value").decimalValue().toPlainString());
      default -> ContentReader.texts(key);
    };
  }

  private static List<String> choices(QuestionView question, List<String> right) {
    Map<String, String> texts =
        question.choices().stream()
            .collect(Collectors.toMap(QuestionView.Choice::id, QuestionView.Choice::text));
    return right.stream().map(id -> texts.getOrDefault(id, id)).toList();
  }
}
