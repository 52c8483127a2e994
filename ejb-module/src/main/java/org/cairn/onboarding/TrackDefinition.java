package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cairn.definitions.DefinitionFiles;

/**
 * A definition as a deployer wrote it, found valid.
 *
 * @param spec the YAML document as JSON
 */
record TrackDefinition(String key, JsonNode spec) {

  /** The keys of its steps. */
  List<String> steps() {
    List<String> keys = new ArrayList<>();
    spec.get("steps").forEach(step -> keys.add(step.get("key").asText()));
    return keys;
  }

  /** Tells one content from another. */
  String hash() {
    return DefinitionFiles.hash(spec);
  }
}
