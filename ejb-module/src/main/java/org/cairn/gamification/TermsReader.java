package org.cairn.gamification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Condition;
import org.cairn.gamification.GameBook.HintPrices;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads what rules that the JSON Schema has found valid say of achievements and hints. */
final class TermsReader {

  /** Where rules are older than hints. */
  static final HintPrices FIRST_PRICES =
      new HintPrices(
          prices(0, 5, 10, 15, 20),
          20,
          5,
          2,
          3,
          3,
          Map.of("k2", 999, "grades3to5", 10, "grades6to8", 5, "others", 3));

  private TermsReader() {}

  /** What the schema cannot tell. */
  static List<FieldError> errors(JsonNode spec) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    JsonNode achievements = spec.path("achievements");
    for (int i = 0; i < achievements.size(); i++) {
      if (!keys.add(achievements.get(i).get("key").asText())) {
        errors.add(new FieldError("/achievements/" + i + "/key", "a key of its own"));
      }
    }
    return errors;
  }

  static Terms read(String version, JsonNode spec) {
    List<Achievement> achievements = new ArrayList<>();
    spec.path("achievements").forEach(each -> achievements.add(achievement(each)));
    return new Terms(
        version,
        List.copyOf(achievements),
        spec.hasNonNull("hints") ? hints(spec.get("hints")) : FIRST_PRICES);
  }

  private static Achievement achievement(JsonNode spec) {
    JsonNode condition = spec.get("condition");
    return new Achievement(
        spec.get("key").asText(),
        spec.get("name").asText(),
        spec.get("description").asText(),
        spec.get("rarity").asText().toUpperCase(Locale.ROOT),
        spec.get("xp").asInt(),
        new Condition(
            condition.get("count").asText(),
            condition.get("atLeast").asInt(),
            text(condition, "subject"),
            text(condition, "event"),
            number(condition, "score"),
            number(condition, "percentOfTime"),
            number(condition, "days")));
  }

  private static HintPrices hints(JsonNode spec) {
    JsonNode prices = spec.get("prices");
    JsonNode recommended = spec.get("recommended");
    Map<String, Integer> free = new LinkedHashMap<>();
    spec.get("freeADay").properties().forEach(e -> free.put(e.getKey(), e.getValue().asInt()));
    return new HintPrices(
        prices(
            prices.get("encouragement").asInt(),
            prices.get("subtle").asInt(),
            prices.get("clear").asInt(),
            prices.get("example").asInt(),
            prices.get("answer").asInt()),
        recommended.get("discount").asInt(),
        recommended.get("subtleAboveLevel").asInt(),
        recommended.get("clearAfterWrong").asInt(),
        recommended.get("exampleAfterWrong").asInt(),
        recommended.get("most").asInt(),
        Map.copyOf(free));
  }

  private static Map<String, Integer> prices(
      int encouragement, int subtle, int clear, int example, int answer) {
    Map<String, Integer> prices = new LinkedHashMap<>();
    prices.put("encouragement", encouragement);
    prices.put("subtle", subtle);
    prices.put("clear", clear);
    prices.put("example", example);
    prices.put("answer", answer);
    return prices;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static @Nullable Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? Integer.valueOf(node.get(field).asInt()) : null;
  }
}
