package org.cairn.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.cairn.launcher.LaunchFailure;

/** A learner's device, with the requests that it sends. */
final class SyncDevice {

  private static final String PROGRESS = "/api/v1/learning/progress";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT =
      "{\"eventId\":\"%s-%d\",\"occurredAt\":\"%s\",\"clientId\":\"bench\","
          + "\"type\":\"content.progressed\",\"payload\":{\"contentId\":\"item-%d\","
          + "\"status\":\"in_progress\",\"score\":%d}}";

  private final String baseUrl;
  private final String learner;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private String tail = "";
  private String page = "";
  private String tag = "";

  SyncDevice(String baseUrl, String learner, String token) {
    this.baseUrl = baseUrl;
    this.learner = learner;
    this.token = token;
  }

  String learner() {
    return learner;
  }

  HttpMessage put(String eventIds, int events) {
    String now = Instant.now().toString();
    StringBuilder body = new StringBuilder(events * 200);
    body.append("{\"clientUpdatedAt\":\"").append(now).append("\",\"events\":[");
    for (int i = 0; i < events; i++) {
      body.append(i == 0 ? "" : ",").append(EVENT.formatted(eventIds, i, now, i, i % 100));
    }
    return new HttpMessage(
        head("PUT", ""), body.append("]}").toString(), "\"newEventsCount\":" + events);
  }

  HttpMessage tail() {
    return new HttpMessage(head("GET", "?since=" + tail), null, "\"hasMore\":false");
  }

  HttpMessage page() {
    return new HttpMessage(head("GET", "?since=" + page), null, "\"events\":[{");
  }

  HttpMessage unchanged() {
    return new HttpMessage(head("GET", "") + "If-None-Match: " + tag + "\r\n", null, "");
  }

  /** Finds the cursors behind which there are so many events. */
  void findCursors(int ofTail, int ofPage) throws InterruptedException {
    int all = count();
    tail = cursorAt(all - ofTail);
    page = cursorAt(Math.max(0, all - 2 * ofPage));
    tag = get("").headers().firstValue("ETag").orElseThrow();
  }

  int count() throws InterruptedException {
    JsonNode data = data("?limit=500");
    int count = data.path("events").size();
    while (data.path("hasMore").asBoolean()) {
      data = data("?since=" + data.path("cursor").asText());
      count += data.path("events").size();
    }
    return count;
  }

  private String cursorAt(int place) throws InterruptedException {
    String cursor = "";
    for (int left = place; left > 0; ) {
      int limit = Math.min(500, left);
      JsonNode data = data("?limit=" + limit + (cursor.isEmpty() ? "" : "&since=" + cursor));
      cursor = data.path("cursor").asText();
      left -= data.path("events").size();
    }
    return cursor;
  }

  private JsonNode data(String query) throws InterruptedException {
    try {
      return JSON.readTree(get(query).body()).path("data");
    } catch (IOException e) {
      throw new LaunchFailure("no page of events: " + e.getMessage());
    }
  }

  private HttpResponse<String> get(String query) throws InterruptedException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(baseUrl + PROGRESS + query))
              .header("Authorization", "Bearer " + token)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LaunchFailure("GET: " + e.getMessage());
    }
  }

  private String head(String method, String query) {
    return method + " " + PROGRESS + query + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n";
  }
}
