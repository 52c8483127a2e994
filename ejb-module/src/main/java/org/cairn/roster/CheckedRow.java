package org.cairn.roster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A row by itself judged; whether what it refers to exists is judged later, over all rows.
 *
 * @param sourcedId empty where the row has none that could be used
 * @param active OneRoster's status; {@code tobedeleted} is not active
 * @param values by column, blank cells of columns that the file has are empty lists or missing
 */
record CheckedRow(
    String kind,
    long line,
    String sourcedId,
    boolean active,
    Map<String, Object> values,
    List<Fault> errors) {

  /** What is wrong with a column; {@code refusing} the row or only leaving the value out. */
  record Fault(String field, String message, boolean refusing) {}

  boolean refused() {
    return errors.stream().anyMatch(Fault::refusing);
  }

  /** The values as JSON, for the staging table. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (value instanceof Boolean truth) {
            json.put(name, truth.booleanValue());
          } else if (value instanceof Integer number) {
            json.put(name, number.intValue());
          } else if (value instanceof Collection<?> list) {
            list.forEach(json.putArray(name)::addPOJO);
          } else {
            json.put(name, value.toString());
          }
        });
    return json.toString();
  }
}
