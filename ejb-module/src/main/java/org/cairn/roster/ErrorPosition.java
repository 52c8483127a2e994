package org.cairn.roster;

import org.cairn.shared.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a page of errors ends. */
record ErrorPosition(String kind, long line, String field) {

  private static final ErrorPosition START = new ErrorPosition("", 0, "");

  static ErrorPosition of(RowErrorView error) {
    String kind = error.file().substring(0, error.file().length() - ".csv".length());
    return new ErrorPosition(kind, error.line(), error.field());
  }

  static ErrorPosition of(@Nullable String cursor) {
    String key = Cursor.key(cursor, "cursor");
    if (key == null) {
      return START;
    }
    String[] parts = key.split("/", -1);
    if (parts.length != 3 || !parts[1].matches("\\d{1,18}")) {
      throw Cursor.invalid("cursor");
    }
    return new ErrorPosition(parts[0], Long.parseLong(parts[1]), parts[2]);
  }

  String key() {
    return kind + "/" + line + "/" + field;
  }
}
