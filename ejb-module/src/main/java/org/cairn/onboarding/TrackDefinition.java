package org.cairn.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A definition as a deployer wrote it, found valid.
 *
 * @param spec the YAML document as JSON
 */
record TrackDefinition(String key, JsonNode spec) {

  /** Tells one content from another. */
  String hash() {
    try {
      byte[] content = spec.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
