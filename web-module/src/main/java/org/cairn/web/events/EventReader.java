package org.cairn.web.events;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.events.EventBatches;
import org.cairn.events.EventProblem;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.web.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads events token by token. What breaks the JSON refuses the whole body; a field of the wrong
 * kind is the single event's error.
 */
final class EventReader {

  private EventReader() {}

  /** The body of a single event. */
  static DraftBuilder one(InputStream body) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      expectObject(parser.nextToken(), "");
      DraftBuilder event = DraftBuilder.read(parser);
      expectEnd(parser);
      return event;
    }
  }

  /** The body of a batch: {@code {"events": [{"learnerId": …, …}]}}. */
  static List<EventBatches.Entry> batch(InputStream body) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      expectObject(parser.nextToken(), "");
      List<EventBatches.Entry> entries = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        if (!parser.currentName().equals("events") || entries != null) {
          throw wrong("/" + parser.currentName(), "only `events`, once");
        }
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          throw wrong("/events", "a list of events");
        }
        entries = entries(parser);
      }
      expectEnd(parser);
      if (entries == null) {
        throw wrong("/events", "required");
      }
      return entries;
    }
  }

  private static List<EventBatches.Entry> entries(JsonParser parser) throws IOException {
    List<EventBatches.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (entries.size() == EventBatches.MOST_EVENTS) {
        throw EventProblem.TOO_MANY_EVENTS.with(
            "Nothing was recorded.",
            new FieldError("/events", "at most " + EventBatches.MOST_EVENTS + " events"));
      }
      expectObject(parser.currentToken(), "/events/" + entries.size());
      DraftBuilder event = DraftBuilder.read(parser);
      entries.add(new EventBatches.Entry(uuid(event.learnerId()), event.draft(true)));
    }
    return entries;
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void expectObject(@Nullable JsonToken token, String field) {
    if (token != JsonToken.START_OBJECT) {
      throw wrong(field, "a JSON object");
    }
  }

  private static void expectEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value");
    }
  }

  private static RuntimeException wrong(String field, String expected) {
    return CommonProblem.INVALID_REQUEST.with(
        "Nothing was recorded.", new FieldError(field, expected));
  }
}
