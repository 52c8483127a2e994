package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cairn.onboarding.Track.Audience;
import org.cairn.onboarding.Track.Messages;
import org.cairn.onboarding.Track.StreakRule;
import org.jspecify.annotations.Nullable;

/** Reads a definition that the JSON Schema has found valid. */
final class TrackReader {

  private TrackReader() {}

  /** A definition that is not stored yet. */
  static Track read(JsonNode spec) {
    return read(spec, false, 1, true, Map.of());
  }

  /**
   * A stored version.
   *
   * @param active whether learners can still start it, as far as the definition lets them
   * @param retired since when steps are gone from the newest definition, by their keys
   */
  static Track read(
      JsonNode spec, boolean own, int version, boolean active, Map<String, Instant> retired) {
    JsonNode completion = spec.path("completionRewards");
    return new Track(
        spec.get("key").asText(),
        own,
        version,
        text(spec, "productId"),
        spec.get("name").asText(),
        text(spec, "description"),
        new Audience(text(spec, "targetRole"), text(spec, "targetUserSegment")),
        messages(spec),
        active && spec.path("isActive").asBoolean(true),
        spec.path("isRequired").asBoolean(false),
        streakRule(spec.path("streakRule")),
        completion.path("xpBonus").asInt(0),
        text(completion, "badgeKey"),
        steps(spec, retired));
  }

  private static Messages messages(JsonNode spec) {
    return new Messages(
        text(spec, "welcomeTitle"),
        text(spec, "welcomeMessage"),
        text(spec, "completionTitle"),
        text(spec, "completionMessage"));
  }

  private static @Nullable StreakRule streakRule(JsonNode rule) {
    return rule.isObject()
        ? new StreakRule(rule.get("hoursWindow").asInt(), rule.get("bonusXp").asInt())
        : null;
  }

  private static List<Step> steps(JsonNode track, Map<String, Instant> retired) {
    boolean canSkip = track.path("canSkip").asBoolean(false);
    List<Step> steps = new ArrayList<>();
    for (JsonNode spec : track.get("steps")) {
      Instant retiredAt = retired.get(spec.get("key").asText());
      steps.add(StepReader.read(spec, steps.size() + 1, canSkip, retiredAt));
    }
    steps.sort(Comparator.comparingInt(Step::order));
    return steps;
  }

  static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
