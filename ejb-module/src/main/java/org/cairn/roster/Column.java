package org.cairn.roster;

import org.jspecify.annotations.Nullable;

/**
 * A column that Cairn keeps.
 *
 * @param required must be there and have a value in every active row
 * @param target the kind whose sourcedIds stand here, if they do
 * @param lenient a wrong value is left out and reported; elsewhere the row is refused
 */
record Column(
    String name, CellFormat format, boolean required, @Nullable String target, boolean lenient) {

  static Column required(String name, CellFormat format) {
    return new Column(name, format, true, null, false);
  }

  static Column optional(String name, CellFormat format) {
    return new Column(name, format, false, null, false);
  }

  /** A row whose value of this column is wrong does without it. */
  static Column lenient(String name, CellFormat format) {
    return new Column(name, format, false, null, true);
  }

  static Column reference(String name, String target) {
    return new Column(name, CellFormat.ID, true, target, false);
  }

  static Column references(String name, String target) {
    return new Column(name, CellFormat.IDS, true, target, false);
  }

  static Column lenientReference(String name, String target) {
    return new Column(name, CellFormat.ID, false, target, true);
  }

  static Column lenientReferences(String name, String target) {
    return new Column(name, CellFormat.IDS, false, target, true);
  }

  boolean isList() {
    return format.isList();
  }
}
