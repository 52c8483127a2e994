package org.cairn.web.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.cairn.replay.ReplayView.Difference;
import org.cairn.shared.Page;
import org.cairn.web.shared.SafeCells;
import org.jspecify.annotations.Nullable;

/** Differences as CSV, page by page. */
final class DifferenceCsv {

  static final int PAGE = 500;

  private static final List<String> HEADER =
      List.of(
          "learnerId",
          "cut",
          "lifetimeXpBefore",
          "lifetimeXpAfter",
          "balanceBefore",
          "balanceAfter",
          "waived",
          "rows",
          "appliedAt");

  private DifferenceCsv() {}

  static void write(OutputStream out, Function<@Nullable String, Page<Difference>> pages)
      throws IOException {
    SafeCells csv = SafeCells.to(out);
    csv.line(HEADER);
    @Nullable String cursor = null;
    do {
      Page<Difference> page = pages.apply(cursor);
      page.items().forEach(difference -> csv.line(cells(difference)));
      cursor = page.next();
    } while (cursor != null);
    csv.flush();
  }

  private static List<String> cells(Difference difference) {
    return List.of(
        difference.learnerId().toString(),
        Long.toString(difference.cut()),
        Long.toString(difference.lifetimeXpBefore()),
        Long.toString(difference.lifetimeXpAfter()),
        Long.toString(difference.balanceBefore()),
        Long.toString(difference.balanceAfter()),
        Long.toString(difference.waived()),
        Integer.toString(difference.rows()),
        difference.appliedAt() == null ? "" : difference.appliedAt().toString());
  }
}
