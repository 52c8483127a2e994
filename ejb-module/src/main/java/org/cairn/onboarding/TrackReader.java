package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.access.Trust;
import org.cairn.onboarding.Track.StreakRule;
import org.jspecify.annotations.Nullable;

/** Reads a definition that the JSON Schema has found valid. */
final class TrackReader {

  private static final int DEFAULT_XP = 10;

  private TrackReader() {}

  static Track read(JsonNode spec, int version, boolean active) {
    JsonNode completion = spec.path("completionRewards");
    return new Track(
        spec.get("key").asText(),
        version,
        text(spec, "productId"),
        spec.get("name").asText(),
        text(spec, "description"),
        active && spec.path("isActive").asBoolean(true),
        spec.path("isRequired").asBoolean(false),
        streakRule(spec.path("streakRule")),
        completion.path("xpBonus").asInt(0),
        text(completion, "badgeKey"),
        steps(spec.get("steps")));
  }

  private static @Nullable StreakRule streakRule(JsonNode rule) {
    return rule.isObject()
        ? new StreakRule(rule.get("hoursWindow").asInt(), rule.get("bonusXp").asInt())
        : null;
  }

  private static List<Step> steps(JsonNode specs) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode spec : specs) {
      steps.add(
          new Step(
              spec.get("key").asText(),
              spec.get("title").asText(),
              text(spec, "description"),
              text(spec, "instructions"),
              text(spec, "helpUrl"),
              text(spec, "actionUrl"),
              text(spec, "actionLabel"),
              spec.path("order").asInt(steps.size() + 1),
              spec.path("xpReward").asInt(DEFAULT_XP),
              spec.path("isRequired").asBoolean(true),
              condition(spec.get("completion"), trust(spec))));
    }
    steps.sort(Comparator.comparingInt(Step::order));
    return steps;
  }

  private static Trust trust(JsonNode step) {
    return Trust.valueOf(step.path("minimumTrust").asText("client").toUpperCase(Locale.ROOT));
  }

  private static StepCondition condition(JsonNode spec, Trust minimumTrust) {
    EventMatch match =
        new EventMatch(
            spec.get("eventName").asText(),
            number(spec, "eventVersion"),
            text(spec, "sourceModule"),
            filter(spec.path("payloadFilter")),
            minimumTrust);
    return switch (spec.path("kind").asText("event")) {
      case "count" ->
          new StepCondition.Count(match, spec.get("atLeast").asInt(), number(spec, "withinHours"));
      default -> new StepCondition.OneEvent(match);
    };
  }

  private static Map<String, Object> filter(JsonNode spec) {
    Map<String, Object> filter = new HashMap<>();
    spec.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              filter.put(
                  entry.getKey(),
                  value.isNumber()
                      ? value.decimalValue()
                      : value.isBoolean() ? value.booleanValue() : value.asText());
            });
    return filter;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static @Nullable Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? Integer.valueOf(node.get(field).asInt()) : null;
  }
}
