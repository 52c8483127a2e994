package org.cairn.web.progress;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.events.EventProblem;
import org.cairn.progress.ProgressSync;
import org.cairn.progress.SyncDraft;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.web.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a device sends, token by token: {@code {"clientUpdatedAt": …, "events": […]}}. What
 * breaks the JSON refuses the whole body; whatever is wrong with one event is that event's error.
 */
final class SyncReader {

  private final JsonParser parser;
  private @Nullable String clientUpdatedAt;
  private @Nullable List<SyncDraft> events;

  private SyncReader(JsonParser parser) {
    this.parser = parser;
  }

  /** A request as it was sent. */
  record Request(@Nullable String clientUpdatedAt, List<SyncDraft> events) {}

  static Request read(InputStream body) throws IOException {
    try (JsonParser parser = Json.ITEMWISE.createParser(body)) {
      return new SyncReader(parser).request();
    }
  }

  private Request request() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("", "a JSON object");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("clientUpdatedAt") && clientUpdatedAt == null) {
        clientUpdatedAt = time();
      } else if (name.equals("events") && events == null) {
        events = events();
      } else {
        throw wrong("", "only `clientUpdatedAt` and `events`, each once");
      }
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value");
    }
    if (events == null) {
      throw wrong("/events", "required");
    }
    return new Request(clientUpdatedAt, events);
  }

  private String time() throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong("/clientUpdatedAt", "an RFC 3339 time with offset");
    }
    return parser.getText();
  }

  private List<SyncDraft> events() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrong("/events", "a list of events");
    }
    List<SyncDraft> drafts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (drafts.size() == ProgressSync.MOST_AT_A_TIME) {
        throw EventProblem.TOO_MANY_EVENTS.with(
            "Nothing was recorded.",
            new FieldError("/events", "at most " + ProgressSync.MOST_AT_A_TIME + " events"));
      }
      drafts.add(event());
    }
    return drafts;
  }

  private SyncDraft event() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new SyncDraft(Map.of(), List.of(new FieldError("", "a JSON object")));
    }
    ValueReader reader = new ValueReader(parser);
    Map<String, @Nullable Object> members = reader.object();
    return new SyncDraft(members, reader.errors());
  }

  private static RuntimeException wrong(String field, String expected) {
    return CommonProblem.INVALID_REQUEST.with(
        "Nothing was recorded.", new FieldError(field, expected));
  }
}
