package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** What was wrong in an import's rows, by file and line. */
@Singleton
class ErrorStore {

  private static final SqlText PAGE =
      SqlText.of(
          """
          select kind, line, field, effect, message, sourced_id from roster_error
          where tenant_id = :tenant and import_id = :import
            and (kind, line, field) > (:kind, :line, :field)
          order by kind, line, field
          limit :limit
          """);

  private final TenantSql sql;

  @Inject
  ErrorStore(TenantSql sql) {
    this.sql = sql;
  }

  List<RowErrorView> page(UUID importId, ErrorPosition after, int limit) {
    return sql.with(PAGE)
        .set("import", importId)
        .set("kind", after.kind())
        .set("line", after.line())
        .set("field", after.field())
        .set("limit", limit)
        .list(
            row ->
                new RowErrorView(
                    row.getString("kind") + ".csv",
                    row.getLong("line"),
                    row.getString("field"),
                    row.getString("effect"),
                    row.getString("message"),
                    row.getString("sourced_id")));
  }
}
