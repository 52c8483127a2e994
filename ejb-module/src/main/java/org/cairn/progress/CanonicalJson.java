package org.cairn.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of which there is one spelling only (RFC 8785), so that two programs in two languages write
 * equal values as equal bytes: no white space, keys in the order of their UTF-16 code units,
 * numbers as ECMAScript writes doubles.
 */
final class CanonicalJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final DateTimeFormatter MILLIS = format("SSS");
  private static final DateTimeFormatter MICROS = format("SSSSSS");

  private CanonicalJson() {}

  /** The text of a value of maps, lists, text, numbers, booleans and {@code null}. */
  static String of(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  /** The canonical text of each member of an object. */
  static SortedMap<String, String> members(String object) {
    SortedMap<String, String> members = new TreeMap<>();
    try {
      JSON.readValue(object, OBJECT).forEach((key, value) -> members.put(key, of(value)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  /** An object of members that are canonical text already. */
  static void writeMembers(SortedMap<String, String> members, StringBuilder into) {
    into.append('{');
    String separator = "";
    for (Map.Entry<String, String> member : members.entrySet()) {
      into.append(separator);
      writeText(member.getKey(), into);
      into.append(':').append(member.getValue());
      separator = ",";
    }
    into.append('}');
  }

  /** UTC with milliseconds, or microseconds where there are any. */
  static String time(Instant time) {
    return (time.equals(time.truncatedTo(ChronoUnit.MILLIS)) ? MILLIS : MICROS).format(time);
  }

  static void writeText(@Nullable String text, StringBuilder into) {
    if (text == null) {
      into.append("null");
    } else {
      into.append('"').append(JsonStringEncoder.getInstance().quoteAsString(text)).append('"');
    }
  }

  /** The shortest digits that are the same double (ECMA-262, Number::toString). */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + placed(digits, point);
  }

  /** Java writes two digits at least, where ECMAScript may do with one: 4.9E-324 is 5e-324. */
  private static BigDecimal shortest(double value) {
    BigDecimal known = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    BigDecimal one = known.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : known;
  }

  private static String placed(String digits, int point) {
    if (point > 21 || point <= -6) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  private static void write(@Nullable Object value, StringBuilder into) {
    if (value instanceof Map<?, ?> object) {
      writeObject(object, into);
    } else if (value instanceof List<?> list) {
      writeList(list, into);
    } else if (value instanceof String text) {
      writeText(text, into);
    } else if (value instanceof Number number) {
      into.append(number(number.doubleValue()));
    } else {
      into.append(value);
    }
  }

  private static void writeObject(Map<?, ?> object, StringBuilder into) {
    SortedMap<String, String> members = new TreeMap<>();
    object.forEach((key, value) -> members.put((String) key, of(value)));
    writeMembers(members, into);
  }

  private static void writeList(List<?> list, StringBuilder into) {
    into.append('[');
    for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
      write(values.next(), into);
      into.append(values.hasNext() ? "," : "");
    }
    into.append(']');
  }

  private static DateTimeFormatter format(String fraction) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "'Z'")
        .withZone(ZoneOffset.UTC);
  }
}
