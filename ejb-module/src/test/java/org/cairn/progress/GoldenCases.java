package org.cairn.progress;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.access.Trust;
import org.cairn.events.EventPayload;
import org.cairn.events.RecordedEvent;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** The cases of {@code config/progress/reduction}, which the browser client's tests read, too. */
final class GoldenCases {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final UUID LEARNER = new UUID(0, 1);

  /** One case: its canonical bytes are absent where the snapshot alone says it. */
  record Case(
      String name,
      SchoolCalendar calendar,
      List<SyncEvent> events,
      String snapshot,
      @Nullable String canonical) {

    @Override
    public String toString() {
      return name;
    }
  }

  private GoldenCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Path file : files()) {
      read(file).forEach(each -> cases.add(of(each)));
    }
    return cases;
  }

  static List<Path> files() {
    Path folder = Path.of(System.getProperty("cairn.config", "../config"), "progress/reduction");
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static Case of(JsonNode given) {
    Map<String, Instant> effective = new HashMap<>();
    given
        .path("effectiveAt")
        .properties()
        .forEach(each -> effective.put(each.getKey(), Instant.parse(each.getValue().asText())));
    List<SyncEvent> events = new ArrayList<>();
    given.path("events").forEach(event -> events.add(event(event, effective)));
    return new Case(
        given.path("name").asText(),
        calendar(given.path("calendar")),
        events,
        CanonicalJson.of(JSON.convertValue(given.path("snapshot"), Object.class)),
        given.has("canonical") ? given.path("canonical").asText() : null);
  }

  private static SchoolCalendar calendar(JsonNode given) {
    Set<LocalDate> closed = new HashSet<>();
    given.path("nonSchoolDays").forEach(day -> closed.add(LocalDate.parse(day.asText())));
    return new SchoolCalendar(ZoneId.of(given.path("zone").asText()), closed);
  }

  private static SyncEvent event(JsonNode given, Map<String, Instant> effective) {
    String id = given.path("eventId").asText();
    Instant at = OffsetDateTime.parse(given.path("occurredAt").asText()).toInstant();
    Instant occurredAt = at.truncatedTo(ChronoUnit.MICROS);
    Instant effectiveAt = effective.getOrDefault(id, occurredAt);
    EventPayload payload =
        given.has("payload")
            ? EventPayload.of(JSON.convertValue(given.path("payload"), OBJECT))
            : null;
    return SyncEvents.of(
        new RecordedEvent(
            LEARNER,
            1,
            id,
            given.path("type").asText(),
            null,
            null,
            null,
            given.path("clientId").asText(),
            payload,
            occurredAt,
            effectiveAt,
            effectiveAt,
            Trust.CLIENT,
            given.path("occurredAt").asText()));
  }
}
