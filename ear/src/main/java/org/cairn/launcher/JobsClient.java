package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The jobs' part of the REST API, as one person of the sample. */
record JobsClient(String address, String token, Http http) {

  /**
   * Logs in at the Cairn that runs.
   *
   * @param login a username or a role of {@code .cairn/run.json}
   */
  static JobsClient login(Home home, String login, Http http)
      throws IOException, InterruptedException {
    String text =
        RunFile.of(home).read().orElseThrow(() -> new LaunchFailure("Cairn does not run"));
    JsonNode run = new ObjectMapper().readTree(text);
    JsonNode user =
        StreamSupport.stream(run.path("users").spliterator(), false)
            .filter(u -> login.equals(u.path("username").asText()) || isOf(u, login))
            .findFirst()
            .orElseThrow(() -> new LaunchFailure("nobody of the sample is called " + login));
    SampleUser known =
        new SampleUser(
            user.path("role").asText(),
            user.path("username").asText(),
            user.path("password").asText(),
            null,
            null);
    String token =
        new Issuer("", run.path("tokenUrl").asText())
            .tokenOf(known, run.path("clientId").asText(), http);
    return new JobsClient(run.path("baseUrl").asText() + "/api/v1/admin/jobs", token, http);
  }

  JsonNode get(String path) throws InterruptedException {
    return checked(http.get(address + path, token));
  }

  boolean has(String path) throws InterruptedException {
    return http.get(address + path, token).isSuccess();
  }

  JsonNode post(String path, byte @Nullable [] json) throws InterruptedException {
    return checked(
        http.post(address + path, token, "application/json", json == null ? new byte[0] : json));
  }

  /** An operator inside a district may do nothing. */
  private static boolean isOf(JsonNode user, String role) {
    return role.equals(user.path("role").asText()) && user.has("tenant") != role.equals("operator");
  }

  private static JsonNode checked(Http.Answer answer) {
    if (!answer.isSuccess()) {
      StringBuilder fields = new StringBuilder();
      answer
          .body()
          .path("errors")
          .forEach(
              error ->
                  fields
                      .append("; ")
                      .append(error.path("field").asText())
                      .append(": ")
                      .append(error.path("message").asText()));
      throw new LaunchFailure(
          answer.status()
              + " "
              + answer.body().path("code").asText()
              + ": "
              + answer.body().path("detail").asText()
              + fields);
    }
    return answer.body();
  }
}
