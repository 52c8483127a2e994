package org.cairn.web.progress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value as maps, lists and scalars. What is wrong with it is noted and read past, for it
 * is no fault of its neighbors.
 */
final class ValueReader {

  /** Deeper than any event may be; the domain has the exact rule. */
  private static final int DEEPEST = 16;

  private static final int MOST_ERRORS = 20;
  private static final int MOST_MEMBERS = 1_000;

  private final JsonParser parser;
  private final List<FieldError> errors = new ArrayList<>();

  ValueReader(JsonParser parser) {
    this.parser = parser;
  }

  /** What could not be read. */
  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Reads the object that the parser has just entered, to its end. */
  Map<String, @Nullable Object> object() throws IOException {
    return object("", 1);
  }

  private Map<String, @Nullable Object> object(String place, int depth) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (members.containsKey(name)) {
        refuse(place, "each name once");
        parser.skipChildren();
      } else if (members.size() == MOST_MEMBERS) {
        refuse(place, "at most " + MOST_MEMBERS + " members");
        parser.skipChildren();
      } else {
        members.put(name, value(depth == 1 ? place + "/" + plain(name) : place, depth));
      }
    }
    return members;
  }

  private List<@Nullable Object> list(String place, int depth) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(place, depth));
    }
    return values;
  }

  private @Nullable Object value(String place, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT, START_ARRAY -> nested(place, depth + 1);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(place);
      default -> null;
    };
  }

  private @Nullable Object nested(String place, int depth) throws IOException {
    if (depth > DEEPEST) {
      refuse(place, "at most " + DEEPEST + " levels");
      parser.skipChildren();
      return null;
    }
    return parser.currentToken() == JsonToken.START_OBJECT
        ? object(place, depth)
        : list(place, depth);
  }

  /** Some exponents are beyond any decimal; the parser then throws what is none of its own. */
  private @Nullable BigDecimal decimal(String place) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) {
      refuse(place, "numbers of sane size");
      return null;
    }
  }

  private void refuse(String place, String expected) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new FieldError(place, expected));
    }
  }

  private static String plain(String name) {
    return name.matches("[a-zA-Z]{1,40}") ? name : "(unknown)";
  }
}
