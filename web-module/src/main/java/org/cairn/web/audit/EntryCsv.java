package org.cairn.web.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.cairn.audit.AuditEntryView;
import org.cairn.shared.Page;
import org.cairn.web.shared.SafeCells;
import org.jspecify.annotations.Nullable;

/** Entries as CSV, page by page. */
final class EntryCsv {

  static final int PAGE = 500;

  private static final List<String> HEADER =
      List.of(
          "number",
          "at",
          "actor",
          "roles",
          "action",
          "operation",
          "targetKind",
          "targetId",
          "learnerId",
          "outcome",
          "problem",
          "requestId",
          "address",
          "detail",
          "id");

  private EntryCsv() {}

  static void write(OutputStream out, Function<@Nullable String, Page<AuditEntryView>> pages)
      throws IOException {
    SafeCells csv = SafeCells.to(out);
    csv.line(HEADER);
    @Nullable String cursor = null;
    do {
      Page<AuditEntryView> page = pages.apply(cursor);
      page.items().forEach(entry -> csv.line(cells(entry)));
      cursor = page.next();
    } while (cursor != null);
    csv.flush();
  }

  private static List<String> cells(AuditEntryView entry) {
    return List.of(
        text(entry.number()),
        entry.at().toString(),
        entry.actor(),
        String.join(" ", entry.roles()),
        entry.action(),
        entry.operation(),
        entry.targetKind(),
        entry.targetId(),
        text(entry.learnerId()),
        entry.outcome(),
        text(entry.problem()),
        text(entry.requestId()),
        text(entry.address()),
        entry.detail().isEmpty() ? "" : entry.detail().toString(),
        entry.id().toString());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
