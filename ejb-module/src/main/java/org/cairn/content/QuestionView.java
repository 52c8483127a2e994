package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as a learner sees it: without its key.
 *
 * @param version of the question; an answer is judged by the key of this version
 * @param type {@code multiple-choice}, {@code true-false}, {@code numeric}, {@code short-text} or
 *     {@code open}
 * @param choices of a multiple-choice question, else empty
 * @param expectedTime seconds
 */
public record QuestionView(
    String questionId,
    int version,
    String type,
    String prompt,
    List<Choice> choices,
    int expectedTime) {

  /** What can be chosen. */
  public record Choice(String id, String text) {}

  static QuestionView of(int version, JsonNode spec) {
    List<Choice> choices = new ArrayList<>();
    spec.path("choices")
        .forEach(c -> choices.add(new Choice(c.get("id").asText(), c.get("text").asText())));
    return new QuestionView(
        spec.get("id").asText(),
        version,
        spec.get("type").asText(),
        spec.get("prompt").asText(),
        choices,
        spec.get("expectedTime").asInt());
  }
}
