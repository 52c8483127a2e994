package org.cairn.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.cairn.content.QuestionView.Choice;
import org.junit.jupiter.api.Test;

class KeyWordsTest {

  @Test
  void choicesAreTheirTexts() throws JsonProcessingException {
    assertEquals(List.of("Red", "Blue"), words("multiple-choice", "[\"a\", \"c\"]"));
  }

  @Test
  void numbersTruthsAndTextsAreThemselves() throws JsonProcessingException {
    assertEquals(List.of("3.5"), words("numeric", "{\"value\": 3.5, \"tolerance\": 0.1}"));
    assertEquals(List.of("True"), words("true-false", "true"));
    assertEquals(List.of("False"), words("true-false", "false"));
    assertEquals(
        List.of("Ohio", "State of Ohio"), words("short-text", "[\"Ohio\", \"State of Ohio\"]"));
  }

  private static List<String> words(String type, String key) throws JsonProcessingException {
    ObjectMapper json =
        new ObjectMapper()
            .enable(
                com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    QuestionView question =
        new QuestionView(
            "q",
            1,
            type,
            "Which?",
            List.of(new Choice("a", "Red"), new Choice("b", "Green"), new Choice("c", "Blue")),
            30);
    return KeyWords.of(question, json.readTree(key));
  }
}
