package org.cairn.web.roster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.roster.RowErrorView;
import org.cairn.shared.Page;
import org.jspecify.annotations.Nullable;

/** Row errors as CSV (RFC 4180), page by page, for people who open it in a spreadsheet. */
final class ErrorCsv {

  static final int PAGE = 500;

  private ErrorCsv() {}

  static void write(OutputStream out, Function<@Nullable String, Page<RowErrorView>> pages)
      throws IOException {
    Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.write("file,line,field,effect,message,sourcedId\r\n");
    @Nullable String cursor = null;
    do {
      Page<RowErrorView> page = pages.apply(cursor);
      for (RowErrorView error : page.items()) {
        csv.write(line(error));
      }
      cursor = page.next();
    } while (cursor != null);
    csv.flush();
  }

  private static String line(RowErrorView error) {
    return List.of(
            error.file(),
            Long.toString(error.line()),
            error.field(),
            error.effect(),
            error.message(),
            error.sourcedId())
        .stream()
        .map(ErrorCsv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A cell that no spreadsheet takes for a formula; quoted where it must be. */
  static String cell(String text) {
    String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
