package org.cairn.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PostgreSQL has logged it.
 *
 * @param sql with places {@code $1}, {@code $2}, …
 * @param parameters their values as text
 */
record RecordedStatement(String sql, List<@Nullable String> parameters) {

  boolean is(String command) {
    return sql.strip().equalsIgnoreCase(command);
  }

  /** Whether a value has this text in it. */
  boolean has(String text) {
    return parameters.stream().anyMatch(value -> value != null && value.contains(text));
  }

  /** The same statement with another text in the place of one. */
  RecordedStatement with(String text, String other) {
    List<@Nullable String> values = new ArrayList<>();
    parameters.forEach(value -> values.add(value == null ? null : value.replace(text, other)));
    return new RecordedStatement(sql.replace(text, other), values);
  }

  /** The statement with its values in their places, as SQL literals. */
  String withLiterals() {
    String text = sql;
    for (int i = parameters.size(); i > 0; i--) {
      String value = parameters.get(i - 1);
      String literal = value == null ? "null" : "'" + value.replace("'", "''") + "'";
      text = text.replace("$" + i, literal);
    }
    return text;
  }
}
