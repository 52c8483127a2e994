package org.cairn.web.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a shallow object: scalars and lists of scalars. */
final class PayloadReader {

  private final FieldErrors errors;

  PayloadReader(FieldErrors errors) {
    this.errors = errors;
  }

  Map<String, @Nullable Object> read(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (payload.containsKey(key)) {
        refuse(key, "only once");
      }
      payload.put(key, token == JsonToken.START_ARRAY ? list(key, parser) : scalar(key, parser));
    }
    return payload;
  }

  private List<@Nullable Object> list(String key, JsonParser parser) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(scalar(key, parser));
    }
    return values;
  }

  private @Nullable Object scalar(String key, JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(key, parser);
      case VALUE_NULL -> null;
      default -> {
        refuse(key, "a scalar or a list of scalars");
        parser.skipChildren();
        yield null;
      }
    };
  }

  /** Some exponents are beyond any decimal; the parser then throws what is none of its own. */
  private @Nullable BigDecimal decimal(String key, JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) {
      refuse(key, "a number of sane size");
      return null;
    }
  }

  private void refuse(String key, String expected) {
    errors.add("/payload", key, expected);
  }
}
