package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Judges staged rows over all rows: what stands twice, and what refers to nothing. */
@Singleton
class CheckStore {

  private static final SqlText ANALYZE = SqlText.of("analyze roster_row");

  /**
   * For this transaction. The statements join sets with sets, and what the planner believes about
   * rows written a moment ago would now and then make it visit them one by one, for hours.
   */
  private static final SqlText BY_SETS =
      SqlText.of(
          """
          select set_config('enable_nestloop', 'off', true),
            set_config('work_mem', '64MB', true)
          """);

  /** The first of several rows with one sourcedId stands, the others are refused. */
  private static final SqlText DUPLICATES =
      SqlText.of(
          """
          insert into roster_error
            (tenant_id, import_id, kind, line, field, sourced_id, effect, message)
          select :tenant, :import, kind, line, 'sourcedId', sourced_id, 'ROW_REFUSED',
            'a sourcedId that no row before has; line ' || first_line || ' has it'
          from (
            select kind, line, sourced_id, min(line) over (partition by sourced_id) as first_line
            from roster_row
            where tenant_id = :tenant and import_id = :import and kind = :kind
          ) staged
          where line > first_line
          on conflict do nothing
          """);

  private static final SqlText REFUSE =
      SqlText.of(
          """
          update roster_row r set refused = true
          from roster_error e
          where r.tenant_id = :tenant and r.import_id = :import and r.kind = :kind
            and not r.refused
            and e.tenant_id = :tenant and e.import_id = :import and e.kind = :kind
            and e.line = r.line and e.effect = 'ROW_REFUSED'
          """);

  /**
   * What a reference may name: what is active once this import is applied. That is every good row
   * of the file and, where the file is absent or has only a refused row for it, what is stored.
   */
  private static final String UNKNOWN_REFERENCES =
      """
      with known as materialized (
        select sourced_id from roster_row
        where tenant_id = :tenant and import_id = :import and kind = '@target'
          and status = 'active' and not refused
        union all
        select t.sourced_id from @table t
        where t.tenant_id = :tenant and t.status = 'active'
          and (:absent or exists (
            select from roster_row r
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = '@target'
              and r.sourced_id = t.sourced_id and r.refused))
      )
      insert into roster_error
        (tenant_id, import_id, kind, line, field, sourced_id, effect, message)
      select distinct :tenant, :import::uuid, r.kind, r.line, '@column', r.sourced_id, '@effect',
        'sourcedIds of active rows of @target.csv'
      from roster_row r
      cross join lateral jsonb_path_query(r.fields, '$.@column[*]') as named (value)
      where r.tenant_id = :tenant and r.import_id = :import and r.kind = '@referring'
        and r.status = 'active' and not r.refused
        and not exists (select from known where known.sourced_id = named.value #>> '{}')
      on conflict do nothing
      """;

  private static final Map<RosterKind, List<Reference>> REFERENCES = references();

  private final TenantSql sql;

  @Inject
  CheckStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Tells the planner what was staged, for the checks and for the update. */
  void analyze() {
    sql.with(ANALYZE).update();
  }

  /** Makes this transaction join by sets. */
  void joinBySets() {
    sql.with(BY_SETS).list(row -> row.getString(1));
  }

  /** Checks one kind; those that it refers to have been checked before. */
  void check(UUID importId, RosterKind kind, List<RosterKind> present) {
    sql.with(DUPLICATES).set("import", importId).set("kind", kind.fileName()).update();
    refuse(importId, kind);
    for (Reference reference : REFERENCES.getOrDefault(kind, List.of())) {
      sql.with(reference.unknown())
          .set("import", importId)
          .set("absent", !present.contains(reference.target()))
          .update();
    }
    refuse(importId, kind);
  }

  private void refuse(UUID importId, RosterKind kind) {
    sql.with(REFUSE).set("import", importId).set("kind", kind.fileName()).update();
  }

  private record Reference(RosterKind target, SqlText unknown) {}

  private static Map<RosterKind, List<Reference>> references() {
    Map<RosterKind, List<Reference>> all = new EnumMap<>(RosterKind.class);
    for (RosterKind kind : RosterKind.values()) {
      all.put(
          kind,
          kind.columns().stream()
              .flatMap(
                  column ->
                      RosterKind.ofFile(String.valueOf(column.target())).stream()
                          .map(target -> new Reference(target, unknown(kind, column, target))))
              .toList());
    }
    return all;
  }

  private static SqlText unknown(RosterKind kind, Column column, RosterKind target) {
    return SqlText.of(
        UNKNOWN_REFERENCES
            .replace("@target", target.fileName())
            .replace("@table", RosterTable.of(target).name())
            .replace("@referring", kind.fileName())
            .replace("@column", column.name())
            .replace("@effect", column.lenient() ? "VALUE_LEFT_OUT" : "ROW_REFUSED"));
  }
}
