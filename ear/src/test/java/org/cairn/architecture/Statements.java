package org.cairn.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.caller.SqlText;

/**
 * Finds the native SQL that a class keeps in its constants, put together as it will run: in {@link
 * SqlText}s and in texts that begin like a statement, also inside maps, collections and records.
 */
final class Statements {

  private static final String VERBS = "(?s)\\s*(select|insert|update|delete|with|merge)\\s.*";

  private final Map<String, String> found = new TreeMap<>();

  private Statements() {}

  /** The statements by field. */
  static Map<String, String> of(Class<?> type) {
    Statements statements = new Statements();
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
          statements.look(type.getName() + "." + field.getName(), field.get(null));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return statements.found;
  }

  private void look(String place, Object value) throws ReflectiveOperationException {
    if (value instanceof SqlText text) {
      found.put(place, original(text));
    } else if (value instanceof String text) {
      if (text.matches(VERBS)) {
        found.put(place, text);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        look(place + "[" + entry.getKey() + "]", entry.getValue());
      }
    } else if (value instanceof Collection<?> values) {
      int index = 0;
      for (Object each : values) {
        look(place + "[" + index++ + "]", each);
      }
    } else if (value instanceof Record) {
      for (RecordComponent part : value.getClass().getRecordComponents()) {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        look(place + "." + part.getName(), accessor.invoke(value));
      }
    }
  }

  /** The text with its named parameters, which JDBC's form has lost. */
  private static String original(SqlText text) throws ReflectiveOperationException {
    String jdbc = (String) call(text, "jdbc");
    for (Object name : (List<?>) call(text, "parameters")) {
      jdbc = jdbc.replaceFirst("\\?", ":" + name);
    }
    return jdbc;
  }

  private static Object call(SqlText text, String method) throws ReflectiveOperationException {
    Method accessor = SqlText.class.getDeclaredMethod(method);
    accessor.setAccessible(true);
    return accessor.invoke(text);
  }
}
