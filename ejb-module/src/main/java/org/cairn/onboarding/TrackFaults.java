package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;

/** What is wrong with a definition beyond what its JSON Schema can say. */
final class TrackFaults {

  private final JsonNode track;
  private final Map<String, JsonNode> steps = new LinkedHashMap<>();
  private final List<FieldError> found = new ArrayList<>();

  private TrackFaults(JsonNode track) {
    this.track = track;
  }

  /** The faults of a definition that the schema has found valid, by JSON Pointers into it. */
  static List<FieldError> of(JsonNode track) {
    TrackFaults faults = new TrackFaults(track);
    faults.checkTexts(track, "");
    faults.checkKeys();
    if (faults.found.isEmpty()) {
      faults.checkSteps();
      faults.checkCycles();
    }
    return faults.found;
  }

  /** What is no text to PostgreSQL is none to people either. */
  private void checkTexts(JsonNode node, String pointer) {
    if (node.isTextual() && !TextRules.isProse(node.asText())) {
      add(pointer, "text without control characters and broken characters");
    }
    node.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (TextRules.isProse(key)) {
                String part = key.replace("~", "~0").replace("/", "~1");
                checkTexts(entry.getValue(), pointer + "/" + part);
              } else {
                add(pointer, "keys without control characters and broken characters");
              }
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      checkTexts(node.get(i), pointer + "/" + i);
    }
  }

  private void checkKeys() {
    JsonNode specs = track.get("steps");
    for (int i = 0; i < specs.size(); i++) {
      String key = specs.get(i).get("key").asText();
      if (steps.putIfAbsent(key, specs.get(i)) != null) {
        add("/steps/" + i + "/key", "two steps have the key " + key);
      }
    }
  }

  private void checkSteps() {
    JsonNode specs = track.get("steps");
    for (int i = 0; i < specs.size(); i++) {
      String pointer = "/steps/" + i;
      checkWindow(specs.get(i).get("completion"), pointer + "/completion");
      checkBranches(specs.get(i), pointer + "/branches");
      checkPrerequisites(specs.get(i), pointer + "/prerequisites");
    }
  }

  private void checkWindow(JsonNode completion, String pointer) {
    int opens = completion.path("availableAfterHours").asInt(0);
    if (completion.has("withinHoursOfStart")
        && completion.get("withinHoursOfStart").asInt() <= opens) {
      add(pointer + "/withinHoursOfStart", "more than availableAfterHours");
    }
  }

  private void checkBranches(JsonNode step, String pointer) {
    Set<String> keys = new HashSet<>();
    int defaults = 0;
    JsonNode branches = step.path("branches");
    for (int i = 0; i < branches.size(); i++) {
      JsonNode branch = branches.get(i);
      String key = branch.get("key").asText();
      if (!keys.add(key)) {
        add(pointer + "/" + i + "/key", "two branches have the key " + key);
      }
      defaults += branch.has("when") ? 0 : 1;
      if (defaults > 1 && !branch.has("when")) {
        add(pointer + "/" + i, "only one branch without when");
      }
      checkBlocked(step, branch.path("blockStepIds"), pointer + "/" + i + "/blockStepIds");
    }
  }

  private void checkBlocked(JsonNode step, JsonNode blocked, String pointer) {
    for (int i = 0; i < blocked.size(); i++) {
      checkOther(step, blocked.get(i).asText(), pointer + "/" + i);
    }
  }

  private void checkPrerequisites(JsonNode step, String pointer) {
    JsonNode prerequisites = step.path("prerequisites");
    for (int i = 0; i < prerequisites.size(); i++) {
      JsonNode wanted = prerequisites.get(i);
      String at = pointer + "/" + i;
      if (checkOther(step, wanted.get("stepKey").asText(), at + "/stepKey")
          && wanted.has("branchKey")
          && !hasBranch(wanted.get("stepKey").asText(), wanted.get("branchKey").asText())) {
        add(at + "/branchKey", "the key of a branch of that step");
      }
    }
  }

  private boolean checkOther(JsonNode step, String other, String pointer) {
    boolean known = steps.containsKey(other) && !other.equals(step.get("key").asText());
    if (!known) {
      add(pointer, "the key of another step of this track");
    }
    return known;
  }

  private boolean hasBranch(String stepKey, String branchKey) {
    for (JsonNode branch : steps.getOrDefault(stepKey, track).path("branches")) {
      if (branch.get("key").asText().equals(branchKey)) {
        return true;
      }
    }
    return false;
  }

  /** Takes away, round by round, what waits for nothing that is left; a cycle stays. */
  private void checkCycles() {
    Map<String, JsonNode> left = new LinkedHashMap<>(steps);
    boolean some = true;
    while (some) {
      some = left.values().removeIf(step -> !waitsForOneOf(step, left.keySet()));
    }
    if (found.isEmpty() && !left.isEmpty()) {
      String key = left.keySet().iterator().next();
      int index = List.copyOf(steps.keySet()).indexOf(key);
      add("/steps/" + index + "/prerequisites", "steps that don't wait for each other in a circle");
    }
  }

  private static boolean waitsForOneOf(JsonNode step, Set<String> keys) {
    for (JsonNode wanted : step.path("prerequisites")) {
      if (keys.contains(wanted.get("stepKey").asText())) {
        return true;
      }
    }
    return false;
  }

  private void add(String pointer, String expected) {
    found.add(new FieldError(pointer, expected));
  }
}
