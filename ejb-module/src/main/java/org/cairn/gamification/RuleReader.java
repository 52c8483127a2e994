package org.cairn.gamification;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.access.GradeBand;
import org.cairn.gamification.RuleSet.Amounts;
import org.cairn.gamification.RuleSet.LevelCosts;
import org.cairn.gamification.RuleSet.Multipliers;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.cairn.gamification.RuleSet.Tier;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads rules that the JSON Schema has found valid. */
final class RuleReader {

  private RuleReader() {}

  /** What the schema cannot tell. */
  static List<FieldError> errors(JsonNode spec) {
    List<FieldError> errors = new ArrayList<>();
    JsonNode tiers = spec.get("tiers");
    int level = 1;
    for (int i = 0; i < tiers.size(); i++) {
      boolean last = i == tiers.size() - 1;
      Integer below = number(tiers.get(i), "below");
      if (last ? below != null : below == null || below <= level) {
        errors.add(
            new FieldError(
                "/tiers/" + i + "/below",
                last ? "none, for the last tier has no end" : "greater than " + level));
      }
      level = below == null ? level : below;
    }
    List<Integer> milestones = numbers(spec.at("/streak/milestones"));
    for (int i = 1; i < milestones.size(); i++) {
      if (milestones.get(i) <= milestones.get(i - 1)) {
        errors.add(new FieldError("/streak/milestones/" + i, "greater than the one before"));
      }
    }
    errors.addAll(TermsReader.errors(spec));
    return errors;
  }

  static RuleSet read(String version, JsonNode spec) {
    JsonNode xp = spec.get("xp");
    JsonNode levels = spec.get("levels");
    return new RuleSet(
        version,
        new Amounts(
            numbers(xp.get("correct")),
            xp.get("lesson").asInt(),
            xp.get("perfectScore").asInt(),
            xp.get("mastery").asInt(),
            xp.get("dailyLogin").asInt()),
        number(xp, "dailyCap"),
        multipliers(spec.get("multipliers")),
        new LevelCosts(
            levels.get("first").asInt(),
            levels.get("base").asInt(),
            levels.get("perLevel").asInt()),
        tiers(spec.get("tiers")),
        streak(spec.get("streak")),
        TermsReader.read(version, spec));
  }

  private static Multipliers multipliers(JsonNode spec) {
    JsonNode grades = spec.get("grades");
    return new Multipliers(
        Map.of(
            GradeBand.K2, decimal(grades, "k2"),
            GradeBand.GRADES_3_TO_5, decimal(grades, "grades3to5"),
            GradeBand.OTHERS, decimal(grades, "others")),
        decimal(spec, "learning"),
        decimal(spec, "streak"),
        spec.get("streakOver").asInt());
  }

  private static List<Tier> tiers(JsonNode specs) {
    List<Tier> tiers = new ArrayList<>();
    specs.forEach(spec -> tiers.add(new Tier(spec.get("name").asText(), number(spec, "below"))));
    return tiers;
  }

  private static StreakTerms streak(JsonNode spec) {
    JsonNode freezes = spec.get("freezes");
    return new StreakTerms(
        numbers(spec.get("milestones")),
        freezes.get("initial").asInt(),
        freezes.get("monthly").asInt(),
        freezes.get("most").asInt());
  }

  /** Exactly what was written: 1.1 has no binary fraction. */
  private static BigDecimal decimal(JsonNode node, String field) {
    return new BigDecimal(node.get(field).asText());
  }

  private static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(each -> numbers.add(each.asInt()));
    return numbers;
  }

  private static @Nullable Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? Integer.valueOf(node.get(field).asInt()) : null;
  }
}
