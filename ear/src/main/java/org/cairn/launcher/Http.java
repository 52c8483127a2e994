package org.cairn.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP with JSON answers, as far as the launcher needs it. */
public final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** What came back; an absent or foreign body is a missing node. */
  public record Answer(int status, JsonNode body, String text) {

    public boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  public Answer get(String address) throws InterruptedException {
    return send(request(address).GET());
  }

  public Answer get(String address, String token) throws InterruptedException {
    return send(authorized(address, token).GET());
  }

  public Answer put(String address, String token, Map<String, String> body)
      throws InterruptedException {
    return send(
        authorized(address, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  public Answer post(String address, String token, String type, byte[] body)
      throws InterruptedException {
    return send(
        authorized(address, token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public Answer postForm(String address, Map<String, String> fields) throws InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Whether that address answers with success just now. */
  public boolean answers(String address) {
    try {
      return get(address).isSuccess();
    } catch (LaunchFailure notYet) {
      return false;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()), response.body());
    } catch (IOException failure) {
      throw new LaunchFailure("no answer from " + built.uri() + ": " + failure);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException foreign) {
      return MissingNode.getInstance();
    }
  }

  private static HttpRequest.Builder authorized(String address, String token) {
    return request(address).header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder request(String address) {
    try {
      return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    } catch (IllegalArgumentException malformed) {
      throw new LaunchFailure("not an address: " + address);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
