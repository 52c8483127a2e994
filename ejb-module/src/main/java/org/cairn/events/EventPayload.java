package org.cairn.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What an event carries: a JSON object, shallow but for the interaction of an event of progress
 * sync.
 */
public final class EventPayload {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  /** As this installation has set them. */
  static final PayloadRules RULES =
      PayloadRules.rejectingAlso(Setting.of("cairn.events.rejected-keys", ""));

  private final String json;
  private @Nullable Map<String, @Nullable Object> values;

  private EventPayload(String json, @Nullable Map<String, @Nullable Object> values) {
    this.json = json;
    this.values = values;
  }

  /** A payload of values as {@link EventDraft#payload} describes them. */
  public static EventPayload of(Map<String, @Nullable Object> values) {
    try {
      return new EventPayload(JSON.writeValueAsString(values), values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A payload as the log keeps it. */
  static EventPayload stored(String json) {
    return new EventPayload(json, null);
  }

  /** Whether a key carries secrets or personal data, which no payload may. */
  public static boolean isRejected(String key) {
    return RULES.isRejected(key);
  }

  /** The object as JSON text. */
  public String json() {
    return json;
  }

  /** The value of a key; {@code null} where it is absent or JSON null. */
  public @Nullable Object value(String key) {
    return values().get(key);
  }

  private Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> known = values;
    if (known == null) {
      try {
        known = JSON.readValue(json, OBJECT);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
      values = known;
    }
    return known;
  }
}
