package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Rows on their way: written once by (import, file, line), however often a step begins anew. */
@Singleton
class StagingStore {

  private static final SqlText ADD_ROWS =
      SqlText.of(
          """
          insert into roster_row
            (tenant_id, import_id, kind, line, sourced_id, status, refused, fields)
          select :tenant, :import, r.kind, r.line::bigint, r.sourced_id, r.status,
            r.refused::boolean, r.fields::jsonb
          from unnest(:kinds::text[], :lines::text[], :sourcedIds::text[], :statuses::text[],
            :refused::text[], :fields::text[])
            as r (kind, line, sourced_id, status, refused, fields)
          on conflict do nothing
          """);

  private static final SqlText ADD_ERRORS =
      SqlText.of(
          """
          insert into roster_error
            (tenant_id, import_id, kind, line, field, sourced_id, effect, message)
          select :tenant, :import, e.kind, e.line::bigint, e.field, e.sourced_id, e.effect,
            e.message
          from unnest(:kinds::text[], :lines::text[], :fields::text[], :sourcedIds::text[],
            :effects::text[], :messages::text[])
            as e (kind, line, field, sourced_id, effect, message)
          on conflict do nothing
          """);

  private static final SqlText CLEAR_ROWS =
      SqlText.of("delete from roster_row where tenant_id = :tenant and import_id = :import");

  private final TenantSql sql;

  @Inject
  StagingStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A row without a usable sourcedId leaves only its errors: nothing could refer to it. */
  void add(UUID importId, List<CheckedRow> rows) {
    Columns columns = new Columns();
    rows.stream()
        .filter(row -> !row.sourcedId().isEmpty())
        .forEach(
            row ->
                columns.add(
                    row.kind(),
                    row.line(),
                    row.sourcedId(),
                    row.active() ? "active" : "inactive",
                    row.refused(),
                    row.refused() ? "{}" : row.json()));
    columns
        .bind(
            sql.with(ADD_ROWS).set("import", importId),
            "kinds",
            "lines",
            "sourcedIds",
            "statuses",
            "refused",
            "fields")
        .update();
    addErrors(importId, rows);
  }

  private void addErrors(UUID importId, List<CheckedRow> rows) {
    Columns columns = new Columns();
    for (CheckedRow row : rows) {
      for (CheckedRow.Fault error : row.errors()) {
        columns.add(
            row.kind(),
            row.line(),
            error.field(),
            row.sourcedId(),
            error.refusing() ? "ROW_REFUSED" : "VALUE_LEFT_OUT",
            error.message());
      }
    }
    if (columns.isEmpty()) {
      return;
    }
    columns
        .bind(
            sql.with(ADD_ERRORS).set("import", importId),
            "kinds",
            "lines",
            "fields",
            "sourcedIds",
            "effects",
            "messages")
        .update();
  }

  void clear(UUID importId) {
    sql.with(CLEAR_ROWS).set("import", importId).update();
  }

  /** Rows turned into columns, as {@code unnest} takes them. */
  private static final class Columns {

    private final List<List<Object>> columns = new ArrayList<>();

    void add(Object... row) {
      for (int i = 0; i < row.length; i++) {
        if (columns.size() <= i) {
          columns.add(new ArrayList<>());
        }
        columns.get(i).add(row[i]);
      }
    }

    boolean isEmpty() {
      return columns.isEmpty();
    }

    SqlCall bind(SqlCall call, String... names) {
      for (int i = 0; i < names.length; i++) {
        call.set(names[i], isEmpty() ? List.of() : columns.get(i));
      }
      return call;
    }
  }
}
