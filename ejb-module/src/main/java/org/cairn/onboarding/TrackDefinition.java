package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import org.cairn.definitions.DefinitionFiles;

/**
 * A definition as a deployer wrote it, found valid.
 *
 * @param spec the YAML document as JSON
 */
record TrackDefinition(String key, JsonNode spec) {

  /** Tells one content from another. */
  String hash() {
    return DefinitionFiles.hash(spec);
  }
}
