package org.cairn.web.analytics;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cairn.analytics.ChoiceFigures;
import org.cairn.analytics.Figures;
import org.cairn.web.shared.SafeCells;
import org.jspecify.annotations.Nullable;

/** Figures as CSV, page by page. */
final class FigureCsv {

  static final String TYPE = "text/csv";
  static final int PAGE = 500;

  private FigureCsv() {}

  /**
   * All pages of a report; the first is read before anything is answered, so that a refusal is one.
   *
   * @param pages reads the page at a cursor, or the first
   * @param row the cells; {@code null} is an empty one
   */
  static <T> Response of(
      String name,
      List<String> header,
      Function<@Nullable String, Figures<T>> pages,
      Function<T, List<@Nullable Object>> row) {
    Figures<T> first = pages.apply(null);
    StreamingOutput rows =
        out -> {
          SafeCells csv = SafeCells.to(out);
          csv.line(header);
          Figures<T> page = first;
          write(csv, page, row);
          while (page.next() != null) {
            page = pages.apply(page.next());
            write(csv, page, row);
          }
          csv.flush();
        };
    return Response.ok(rows, TYPE + ";charset=utf-8;header=present")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  /** A report about what learners chose. */
  static Response ofChoices(
      String name, String choice, Function<@Nullable String, Figures<ChoiceFigures>> pages) {
    return of(
        name,
        List.of(choice, "suppressed", "learners", "started", "completed", "meanScore", "seconds"),
        pages,
        row ->
            cells(
                row.id(),
                row.suppressed(),
                row.learners(),
                row.started(),
                row.completed(),
                row.meanScore(),
                row.seconds()));
  }

  /** Cells of a row. */
  static List<@Nullable Object> cells(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static <T> void write(
      SafeCells csv, Figures<T> page, Function<T, List<@Nullable Object>> row) {
    for (T item : page.items()) {
      csv.line(row.apply(item).stream().map(FigureCsv::text).toList());
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
