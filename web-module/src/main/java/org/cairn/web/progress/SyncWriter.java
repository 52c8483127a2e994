package org.cairn.web.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.cairn.events.RecordedEvent;
import org.cairn.progress.ProgressCalendar;
import org.cairn.progress.SyncOutcome;
import org.cairn.progress.SyncOutcome.FailedEvent;
import org.cairn.progress.SyncPage;
import org.cairn.web.shared.Json;
import org.jspecify.annotations.Nullable;

/** Writes answers to devices, in the envelope {@code {"ok": true, …}}. */
final class SyncWriter {

  private SyncWriter() {}

  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] page(SyncPage.Content page) {
    return bytes(
        json -> {
          json.writeObjectFieldStart("data");
          if (page.snapshot() != null) {
            json.writeFieldName("snapshot");
            json.writeRawValue(page.snapshot());
          }
          calendar(json, page.calendar());
          json.writeArrayFieldStart("events");
          for (RecordedEvent event : page.events()) {
            event(json, event);
          }
          json.writeEndArray();
          effectiveAt(json, page.events());
          json.writeStringField("cursor", page.cursor());
          json.writeBooleanField("hasMore", page.hasMore());
          json.writeBooleanField("resync", page.resync());
          json.writeEndObject();
        });
  }

  static byte[] outcome(SyncOutcome outcome) {
    return bytes(
        json -> {
          json.writeNumberField("newEventsCount", outcome.newEventsCount());
          json.writeArrayFieldStart("failedEvents");
          for (FailedEvent failed : outcome.failedEvents()) {
            json.writeStartObject();
            json.writeStringField("eventId", failed.eventId());
            json.writeStringField("code", failed.code());
            json.writeStringField("message", failed.message());
            json.writeBooleanField("retryable", failed.retryable());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void calendar(JsonGenerator json, @Nullable ProgressCalendar calendar)
      throws IOException {
    if (calendar != null) {
      json.writeObjectFieldStart("calendar");
      json.writeStringField("zone", calendar.zone());
      json.writeArrayFieldStart("nonSchoolDays");
      for (java.time.LocalDate day : calendar.nonSchoolDays()) {
        json.writeString(day.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** As the device wrote it. */
  private static void event(JsonGenerator json, RecordedEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventId", event.eventId());
    json.writeStringField("occurredAt", Objects.requireNonNull(event.occurredText()));
    json.writeStringField("clientId", event.clientId());
    json.writeStringField("type", event.name());
    if (event.payload() != null) {
      json.writeFieldName("payload");
      json.writeRawValue(event.payload().json());
    }
    json.writeEndObject();
  }

  /** Beside the events, so that they are what was sent and no more. */
  private static void effectiveAt(JsonGenerator json, List<RecordedEvent> events)
      throws IOException {
    json.writeObjectFieldStart("effectiveAt");
    for (RecordedEvent event : events) {
      if (event.clockSkew()) {
        json.writeStringField(event.eventId(), event.effectiveAt().toString());
      }
    }
    json.writeEndObject();
  }

  private static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeBooleanField("ok", true);
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
