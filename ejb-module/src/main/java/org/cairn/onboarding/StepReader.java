package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.access.Trust;
import org.cairn.onboarding.Step.Guide;
import org.cairn.onboarding.Step.Prerequisite;
import org.jspecify.annotations.Nullable;

/** Reads one step of a definition that the JSON Schema has found valid. */
final class StepReader {

  private static final int DEFAULT_XP = 10;

  private StepReader() {}

  /**
   * A step.
   *
   * @param place in the list, from 1
   * @param canSkip what the track says of its steps
   */
  static Step read(JsonNode spec, int place, boolean canSkip, @Nullable Instant retiredAt) {
    return new Step(
        spec.get("key").asText(),
        spec.get("title").asText(),
        guide(spec),
        spec.path("order").asInt(place),
        spec.path("xpReward").asInt(DEFAULT_XP),
        spec.path("isRequired").asBoolean(true),
        spec.path("canSkip").asBoolean(canSkip),
        condition(spec.get("completion"), trust(spec)),
        availability(spec.path("availability")),
        prerequisites(spec.path("prerequisites")),
        spec.path("prerequisiteMode").asText("all").equals("any"),
        branches(spec.path("branches")),
        retiredAt);
  }

  private static Guide guide(JsonNode spec) {
    return new Guide(
        text(spec, "description"),
        text(spec, "instructions"),
        text(spec, "helpUrl"),
        text(spec, "actionUrl"),
        text(spec, "actionLabel"),
        text(spec, "highlightSelector"),
        text(spec, "tooltipPosition"));
  }

  private static Trust trust(JsonNode step) {
    return Trust.valueOf(step.path("minimumTrust").asText("client").toUpperCase(Locale.ROOT));
  }

  private static StepCondition condition(JsonNode spec, Trust minimumTrust) {
    EventMatch match = match(spec, minimumTrust);
    return switch (spec.path("kind").asText("event")) {
      case "count" ->
          new StepCondition.Count(match, spec.get("atLeast").asInt(), number(spec, "withinHours"));
      case "time_window" ->
          new StepCondition.TimeWindow(
              match, spec.path("availableAfterHours").asInt(0), number(spec, "withinHoursOfStart"));
      case "srs_mastery" ->
          new StepCondition.SrsMastery(
              match,
              spec.path("skillIdField").asText("skillId"),
              spec.path("masteryField").asText("mastery"),
              spec.get("minimumMastery").decimalValue(),
              spec.path("requiredCount").asInt(1));
      default -> new StepCondition.OneEvent(match);
    };
  }

  private static EventMatch match(JsonNode spec, Trust minimumTrust) {
    return new EventMatch(
        text(spec, "eventName"),
        number(spec, "eventVersion"),
        text(spec, "sourceModule"),
        filter(spec.path("payloadFilter")),
        minimumTrust);
  }

  private static Availability availability(JsonNode spec) {
    return Availability.of(
        number(spec, "unlockAfterHours"),
        number(spec, "unlockOnDay"),
        number(spec, "dueWithinHours"));
  }

  private static List<Prerequisite> prerequisites(JsonNode specs) {
    List<Prerequisite> prerequisites = new ArrayList<>();
    for (JsonNode spec : specs) {
      prerequisites.add(new Prerequisite(spec.get("stepKey").asText(), text(spec, "branchKey")));
    }
    return prerequisites;
  }

  private static List<Branch> branches(JsonNode specs) {
    List<Branch> branches = new ArrayList<>();
    for (JsonNode spec : specs) {
      List<String> blocks = new ArrayList<>();
      spec.path("blockStepIds").forEach(key -> blocks.add(key.asText()));
      branches.add(
          new Branch(
              spec.get("key").asText(),
              text(spec, "label"),
              spec.has("when") ? match(spec.get("when"), Trust.CLIENT) : null,
              blocks));
    }
    return branches;
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
    return TrackReader.text(node, field);
  }

  private static @Nullable Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? Integer.valueOf(node.get(field).asInt()) : null;
  }
}
