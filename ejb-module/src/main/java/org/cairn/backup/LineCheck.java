package org.cairn.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line is of the form that PostgreSQL takes back. Bytes that were altered are found
 * before; this keeps a line of another version from stopping all others.
 */
final class LineCheck {

  /** How every learner's line begins. */
  static final String START = "{\"learner\":\"";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Map<String, Kind> LEARNER =
      fields("learner ID, lifetimeXp NUMBER, balance NUMBER, transactions NUMBER");
  private static final Map<String, Kind> ROW =
      fields(
          "id ID, number NUMBER, source TEXT, revision NUMBER, type TEXT, category TEXT,"
              + " reason TEXT, amount NUMBER, waived NUMBER, balance_after NUMBER, verified TRUTH,"
              + " rule_version TEXT, event_id TEXT, occurred_at INSTANT, recorded_at INSTANT");
  private static final Map<String, Kind> EARNING =
      fields(
          "source TEXT, kind TEXT, category TEXT, reason TEXT, basis NUMBER, day DAY,"
              + " occurred_at INSTANT, event_id TEXT, verified TRUTH, rule_version TEXT,"
              + " amount NUMBER");
  private static final Map<String, Kind> DAY =
      fields(
          "day DAY, counts TRUTH, calendar_id TEXT, event_id TEXT, occurred_at INSTANT,"
              + " length NUMBER, freezes NUMBER, best NUMBER");
  private static final Map<String, Kind> CALENDAR = fields("calendar TEXT, zone TEXT");

  private LineCheck() {}

  private enum Kind {
    ID,
    TEXT,
    NUMBER,
    TRUTH,
    INSTANT,
    DAY
  }

  static boolean isWhole(BackupLine line) {
    try {
      JsonNode json = JSON.readTree(line.text());
      if (line.isCalendar()) {
        return has(json, CALENDAR) && isEach(json.path("closed"), null);
      }
      return line.text().startsWith(START)
          && has(json, LEARNER)
          && isEach(json.path("ledger"), ROW)
          && isEach(json.path("earnings"), EARNING)
          && isEach(json.path("days"), DAY);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static boolean isEach(JsonNode list, @Nullable Map<String, Kind> fields) {
    if (!list.isArray()) {
      return false;
    }
    for (JsonNode item : list) {
      if (!(fields == null ? is(item, Kind.DAY) : has(item, fields))) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(JsonNode object, Map<String, Kind> fields) {
    return fields.entrySet().stream()
        .allMatch(field -> is(object.path(field.getKey()), field.getValue()));
  }

  private static boolean is(JsonNode value, Kind kind) {
    return switch (kind) {
      case TEXT -> value.isTextual();
      case NUMBER -> value.isIntegralNumber();
      case TRUTH -> value.isBoolean();
      case ID -> UUID.fromString(value.asText()).toString().equals(value.asText());
      case INSTANT -> OffsetDateTime.parse(value.asText()).getYear() > 0;
      case DAY -> LocalDate.parse(value.asText()).getYear() > 0;
    };
  }

  private static Map<String, Kind> fields(String spec) {
    return Stream.of(spec.split(", "))
        .map(field -> field.split(" "))
        .collect(Collectors.toMap(field -> field[0], field -> Kind.valueOf(field[1])));
  }
}
