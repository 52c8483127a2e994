package org.cairn.web.events;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.cairn.events.AppendedEvent;
import org.cairn.events.Consequence;
import org.cairn.events.EventBatches;
import org.cairn.events.EventPage;
import org.cairn.events.RecordedEvent;
import org.cairn.events.RecordedEventView;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.cairn.web.shared.Json;
import org.jspecify.annotations.Nullable;

/** Writes answers about events. */
final class EventWriter {

  private EventWriter() {}

  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] recorded(RecordedEventView view) {
    return bytes(
        json -> {
          json.writeFieldName("event");
          event(json, view.event());
          json.writeArrayFieldStart("consequences");
          for (Consequence consequence : view.consequences()) {
            consequence(json, consequence);
          }
          json.writeEndArray();
          json.writeNumberField("xpEarned", view.xpEarned());
        });
  }

  static byte[] page(EventPage page) {
    return bytes(
        json -> {
          json.writeArrayFieldStart("events");
          for (RecordedEvent event : page.events()) {
            event(json, event);
          }
          json.writeEndArray();
          json.writeStringField("cursor", page.cursor());
          json.writeBooleanField("hasMore", page.hasMore());
        });
  }

  static byte[] outcomes(List<EventBatches.Entry> entries, List<EventBatches.Outcome> outcomes) {
    return bytes(
        json -> {
          json.writeArrayFieldStart("results");
          for (EventBatches.Outcome outcome : outcomes) {
            outcome(json, entries.get(outcome.index()), outcome);
          }
          json.writeEndArray();
        });
  }

  private static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void event(JsonGenerator json, RecordedEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("learnerId", event.learnerId().toString());
    json.writeNumberField("position", event.position());
    json.writeStringField("eventId", event.eventId());
    json.writeStringField("name", event.name());
    if (event.version() != null) {
      json.writeNumberField("version", event.version());
    }
    optional(json, "sourceModule", event.sourceModule());
    optional(json, "projectId", event.projectId());
    optional(json, "clientId", event.clientId());
    if (event.payload() != null) {
      json.writeFieldName("payload");
      json.writeRawValue(event.payload().json());
    }
    json.writeStringField("occurredAt", event.occurredAt().toString());
    json.writeStringField("effectiveAt", event.effectiveAt().toString());
    json.writeStringField("recordedAt", event.recordedAt().toString());
    json.writeStringField("trust", lower(event.trust()));
    json.writeBooleanField("clockSkew", event.clockSkew());
    json.writeEndObject();
  }

  private static void consequence(JsonGenerator json, Consequence consequence) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", consequence.kind());
    json.writeStringField("key", consequence.key());
    if (consequence.xp() != null) {
      json.writeNumberField("xp", consequence.xp());
    }
    json.writeEndObject();
  }

  private static void outcome(
      JsonGenerator json, EventBatches.Entry entry, EventBatches.Outcome outcome)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", outcome.index());
    optional(json, "eventId", entry.draft().eventId());
    AppendedEvent appended = outcome.appended();
    if (appended != null) {
      json.writeStringField("status", lower(appended.status()));
      json.writeNumberField("position", appended.event().position());
    } else if (outcome.refusal() != null) {
      json.writeStringField("status", "refused");
      json.writeFieldName("problem");
      problem(json, outcome.refusal(), "/events/" + outcome.index());
    }
    json.writeEndObject();
  }

  private static void problem(JsonGenerator json, ProblemException refusal, String prefix)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("code", refusal.problem().name());
    json.writeStringField("title", refusal.problem().title());
    json.writeStringField("detail", refusal.detail());
    json.writeArrayFieldStart("errors");
    for (FieldError error : refusal.errors()) {
      FieldError placed = error.within(prefix);
      json.writeStartObject();
      json.writeStringField("field", placed.field());
      json.writeStringField("message", placed.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
