package org.cairn.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Sends requests with one caller's token, as any script would. */
public final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String baseUrl;
  private final String token;

  public Client(String baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /** What came back; {@code body} is a missing node unless it is JSON. */
  public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

    /** The code of a problem. */
    public String code() {
      return body.path("code").asText();
    }

    @Override
    public String toString() {
      return status + " " + text;
    }
  }

  /** The same caller on another way to the server. */
  public Client by(String otherBaseUrl) {
    return new Client(otherBaseUrl, token);
  }

  public Answer get(String path) {
    return send(path, HttpRequest.Builder::GET);
  }

  public Answer delete(String path) {
    return send(path, HttpRequest.Builder::DELETE);
  }

  /** Sends JSON: a map, a list, a record, or a string that is JSON already. */
  public Answer post(String path, Object json) {
    return send(path, request -> withJson(request).POST(BodyPublishers.ofString(text(json))));
  }

  /** Sends JSON: a map, a list, a record, or a string that is JSON already. */
  public Answer put(String path, Object json) {
    return send(path, request -> withJson(request).PUT(BodyPublishers.ofString(text(json))));
  }

  /** Sends JSON with one more header. */
  public Answer post(String path, String header, String value, Object json) {
    return send(
        path,
        request ->
            withJson(request).header(header, value).POST(BodyPublishers.ofString(text(json))));
  }

  /** Sends JSON with one more header. */
  public Answer put(String path, String header, String value, Object json) {
    return send(
        path,
        request ->
            withJson(request).header(header, value).PUT(BodyPublishers.ofString(text(json))));
  }

  /** Sends bytes of whatever type. */
  public Answer post(String path, String type, byte[] body) {
    return send(
        path,
        request -> request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Sends whatever else a test wants to. */
  public Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(60));
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.apply(builder).build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers(), response.body(), parse(response.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  private static HttpRequest.Builder withJson(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private static String text(Object json) {
    try {
      return json instanceof String text ? text : JSON.writeValueAsString(json);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException foreign) {
      return MissingNode.getInstance();
    }
  }
}
