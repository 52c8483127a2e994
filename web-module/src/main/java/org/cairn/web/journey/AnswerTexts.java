package org.cairn.web.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an answer, whatever kind of JSON value it is, as texts. */
final class AnswerTexts {

  private static final int MOST_DIGITS = 40;

  private AnswerTexts() {}

  /** The texts, or {@code null} for what is no answer. */
  static @Nullable List<String> of(@Nullable JsonNode answer) {
    if (answer == null || (!answer.isArray() && !isScalar(answer))) {
      return null;
    }
    if (!answer.isArray()) {
      return List.of(text(answer));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : answer) {
      if (!isScalar(each)) {
        return null;
      }
      texts.add(text(each));
    }
    return texts;
  }

  private static boolean isScalar(JsonNode node) {
    return node.isTextual() || node.isNumber() || node.isBoolean();
  }

  /** Numbers without an exponent, as people write them. */
  private static String text(JsonNode scalar) {
    if (!scalar.isNumber() || scalar.isIntegralNumber() || !Double.isFinite(scalar.asDouble())) {
      return scalar.asText();
    }
    BigDecimal number = scalar.decimalValue();
    return Math.abs(number.scale()) > MOST_DIGITS ? scalar.asText() : number.toPlainString();
  }
}
