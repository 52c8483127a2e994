package org.cairn.web.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cairn.events.EventDraft;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of one event. */
final class DraftBuilder {

  private final FieldErrors unreadable = new FieldErrors();
  private final Set<String> seen = new HashSet<>();
  private @Nullable String learnerId;
  private @Nullable String eventId;
  private @Nullable String name;
  private @Nullable Integer version;
  private @Nullable String sourceModule;
  private @Nullable String projectId;
  private @Nullable String clientId;
  private @Nullable Map<String, @Nullable Object> payload;
  private @Nullable Instant occurredAt;

  private DraftBuilder() {}

  /** Reads the object that the parser has just entered, to its end. */
  static DraftBuilder read(JsonParser parser) throws IOException {
    DraftBuilder event = new DraftBuilder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      if (event.seen.add(field)) {
        event.take(field, parser);
      } else {
        event.refuse(field, "only once");
        parser.skipChildren();
      }
    }
    return event;
  }

  @Nullable String learnerId() {
    return learnerId;
  }

  /**
   * The event as written.
   *
   * @param forOthers whether the sender may name the learner
   */
  EventDraft draft(boolean forOthers) {
    if (!forOthers && seen.contains("learnerId")) {
      refuse("learnerId", "not here: you record for yourself");
    }
    return new EventDraft(
        eventId,
        name,
        version,
        sourceModule,
        projectId,
        clientId,
        payload,
        occurredAt,
        unreadable.all());
  }

  private void take(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "learnerId" -> learnerId = text(field, parser);
      case "eventId" -> eventId = text(field, parser);
      case "name" -> name = text(field, parser);
      case "version" -> version = integer(field, parser);
      case "sourceModule" -> sourceModule = text(field, parser);
      case "projectId" -> projectId = text(field, parser);
      case "clientId" -> clientId = text(field, parser);
      case "payload" -> payload = payload(parser);
      case "occurredAt" -> occurredAt = instant(field, parser);
      default -> {
        refuse(field, "no such field");
        parser.skipChildren();
      }
    }
  }

  private @Nullable String text(String field, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      refuse(field, "text");
      parser.skipChildren();
    }
    return null;
  }

  private @Nullable Integer integer(String field, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      return parser.getIntValue();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      refuse(field, "a whole number");
      parser.skipChildren();
    }
    return null;
  }

  private @Nullable Instant instant(String field, JsonParser parser) throws IOException {
    String text = text(field, parser);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      refuse(field, "an RFC 3339 time with offset, as in 2026-03-02T08:30:00Z");
      return null;
    }
  }

  private @Nullable Map<String, @Nullable Object> payload(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return new PayloadReader(unreadable).read(parser);
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      refuse("payload", "a JSON object");
      parser.skipChildren();
    }
    return null;
  }

  private void refuse(String field, String expected) {
    unreadable.add("", field, expected);
  }
}
