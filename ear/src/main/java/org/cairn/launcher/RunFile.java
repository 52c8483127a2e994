package org.cairn.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a script must know to talk to the Cairn that runs; {@code .cairn/run.json} is its text.
 *
 * @param clientId a public client that exchanges a password for a token, in the sample's realm only
 */
public record RunFile(
    String baseUrl,
    String managementUrl,
    String tokenUrl,
    String clientId,
    List<SystemClient> systemClients,
    List<SampleUser> users) {

  static PrivateFile of(Home home) {
    return new PrivateFile(home.root().resolve(".cairn/run.json"));
  }

  String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
