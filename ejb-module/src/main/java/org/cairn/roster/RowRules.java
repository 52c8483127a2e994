package org.cairn.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.roster.CheckedRow.Fault;
import org.jspecify.annotations.Nullable;

/** What a row must be, looked at alone. */
final class RowRules {

  private RowRules() {}

  static CheckedRow check(RosterKind kind, RosterRow row) {
    List<Fault> errors = new ArrayList<>();
    String sourcedId = sourcedId(row, errors);
    if (row.ragged()) {
      errors.add(new Fault("", "as many columns as the header", true));
      return checked(row, sourcedId, true, Map.of(), errors);
    }
    boolean active = active(row, errors);
    Map<String, Object> values = new LinkedHashMap<>();
    if (active) {
      kind.columns().forEach(column -> read(column, row, values, errors));
      ordered("startDate", "endDate", values, errors);
      ordered("beginDate", "endDate", values, errors);
    }
    return checked(row, sourcedId, active, values, errors);
  }

  private static CheckedRow checked(
      RosterRow row,
      String sourcedId,
      boolean active,
      Map<String, Object> values,
      List<Fault> errors) {
    return new CheckedRow(row.kind(), row.line(), sourcedId, active, values, errors);
  }

  private static String sourcedId(RosterRow row, List<Fault> errors) {
    String text = cell(row, RosterKind.SOURCED_ID);
    if (!text.isEmpty() && CellFormat.ID.read().apply(text) != null) {
      return text;
    }
    errors.add(new Fault(RosterKind.SOURCED_ID, CellFormat.ID.expected(), true));
    return "";
  }

  /** A bulk file leaves the status blank; one that says it is understood. */
  private static boolean active(RosterRow row, List<Fault> errors) {
    return switch (cell(row, RosterKind.STATUS)) {
      case "", "active" -> true;
      case "tobedeleted", "inactive" -> false;
      default -> {
        errors.add(
            new Fault(RosterKind.STATUS, "blank, active or tobedeleted", /* refusing= */ true));
        yield true;
      }
    };
  }

  private static void read(
      Column column, RosterRow row, Map<String, Object> values, List<Fault> errors) {
    String text = cell(row, column.name());
    if (text.isEmpty()) {
      if (column.required()) {
        errors.add(new Fault(column.name(), "a value: " + column.format().expected(), true));
      } else if (column.isList() && row.cells().containsKey(column.name())) {
        values.put(column.name(), List.of());
      }
      return;
    }
    @Nullable Object value = column.format().read().apply(text);
    if (value == null) {
      errors.add(new Fault(column.name(), column.format().expected(), !column.lenient()));
    } else {
      values.put(column.name(), value);
    }
  }

  /** Dates are ISO text here, which sorts as time does. */
  private static void ordered(
      String first, String last, Map<String, Object> values, List<Fault> errors) {
    if (values.get(first) instanceof String from
        && values.get(last) instanceof String to
        && from.compareTo(to) > 0) {
      errors.add(new Fault(last, "a date that is not before " + first, true));
    }
  }

  private static String cell(RosterRow row, String column) {
    return row.cells().getOrDefault(column, "").strip();
  }
}
