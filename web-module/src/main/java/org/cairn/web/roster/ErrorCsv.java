package org.cairn.web.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.cairn.roster.RowErrorView;
import org.cairn.shared.Page;
import org.cairn.web.shared.SafeCells;
import org.jspecify.annotations.Nullable;

/** Row errors as CSV (RFC 4180), page by page, for people who open it in a spreadsheet. */
final class ErrorCsv {

  static final int PAGE = 500;

  private ErrorCsv() {}

  static void write(OutputStream out, Function<@Nullable String, Page<RowErrorView>> pages)
      throws IOException {
    SafeCells csv = SafeCells.to(out);
    csv.line(List.of("file", "line", "field", "effect", "message", "sourcedId"));
    @Nullable String cursor = null;
    do {
      Page<RowErrorView> page = pages.apply(cursor);
      page.items().forEach(error -> csv.line(cells(error)));
      cursor = page.next();
    } while (cursor != null);
    csv.flush();
  }

  private static List<String> cells(RowErrorView error) {
    return List.of(
        error.file(),
        Long.toString(error.line()),
        error.field(),
        error.effect(),
        error.message(),
        error.sourcedId());
  }
}
