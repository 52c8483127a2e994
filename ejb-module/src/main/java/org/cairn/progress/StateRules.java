package org.cairn.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** What the state of an interaction may be: any JSON, but not without end. */
final class StateRules {

  static final int DEEPEST = 8;
  private static final int LONGEST_KEY = 200;
  private static final int MOST_DIGITS = 50;
  private static final int MOST_SCALE = 400;

  private StateRules() {}

  /** Whether it is storable and can be told to every device. */
  static boolean isSane(@Nullable Object value) {
    return isSane(value, 1);
  }

  private static boolean isSane(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> object) {
      return depth <= DEEPEST
          && object.keySet().stream().allMatch(key -> isKey((String) key))
          && object.values().stream().allMatch(each -> isSane(each, depth + 1));
    }
    if (value instanceof List<?> list) {
      return depth <= DEEPEST && list.stream().allMatch(each -> isSane(each, depth + 1));
    }
    return value == null
        || value instanceof Boolean
        || (value instanceof String text && TextRules.isProse(text))
        || (value instanceof Number number && isDouble(number));
  }

  /** Whether any key, at any depth, is one of these. */
  static boolean hasKey(@Nullable Object value, Predicate<String> key) {
    if (value instanceof Map<?, ?> object) {
      return object.keySet().stream().anyMatch(each -> key.test((String) each))
          || object.values().stream().anyMatch(each -> hasKey(each, key));
    }
    return value instanceof List<?> list && list.stream().anyMatch(each -> hasKey(each, key));
  }

  private static boolean isKey(String key) {
    return key.length() <= LONGEST_KEY && TextRules.isLine(key);
  }

  /** What a browser reads as infinite is no number to it. */
  private static boolean isDouble(Number number) {
    BigDecimal decimal = new BigDecimal(number.toString());
    return decimal.precision() <= MOST_DIGITS
        && Math.abs((long) decimal.scale()) <= MOST_SCALE
        && Double.isFinite(decimal.doubleValue());
  }
}
