package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Brings one kind's table to what its staged rows say, by sets. */
@Singleton
class MergeStore {

  /** Writes what differs and nothing else: what is as it was isn't even locked. */
  private static final Map<RosterKind, SqlText> MERGE =
      each(
          """
          with wanted as materialized (
            select coalesce(t.id, uuidv7()) as id, t.status as was, r.sourced_id, v.*
            from roster_row r
            @joins
            cross join lateral (select @values) v
            left join @table t on t.tenant_id = :tenant and t.sourced_id = r.sourced_id
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = @kind
              and r.status = 'active' and not r.refused
              and (t.id is null or (t.status, @stored) is distinct from ('active', @wanted))
          ), written as (
            insert into @table (tenant_id, id, sourced_id, status, changed_in, @columns)
            select :tenant, id, sourced_id, 'active', :import::uuid, @columns from wanted
            on conflict (tenant_id, id) do update
            set status = 'active', changed_in = excluded.changed_in, @set
          )
          select count(*) filter (where was is null) as created,
            count(*) filter (where was = 'active') as changed,
            count(*) filter (where was = 'inactive') as reactivated
          from wanted
          """);

  private static final Map<RosterKind, SqlText> DEACTIVATE =
      each(
          """
          update @table t set status = 'inactive', changed_in = :import
          where t.tenant_id = :tenant and t.status = 'active' and not exists (
            select from roster_row r
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = @kind
              and r.sourced_id = t.sourced_id and (r.status = 'active' or r.refused))
          """);

  private static final Map<RosterKind, SqlText> ACTIVE =
      each("select count(*) from @table where tenant_id = :tenant and status = 'active'");

  private static final SqlText WANTED =
      SqlText.of(
          """
          select count(*) from roster_row
          where tenant_id = :tenant and import_id = :import and kind = :kind
            and status = 'active' and not refused
          """);

  /** Parents are set when all rows have their ids. */
  private static final Map<RosterKind, SqlText> PARENTS =
      each(
          """
          with wanted as materialized (
            select child.id, parent.id as parent_id
            from roster_row r
            join @table child
              on child.tenant_id = :tenant and child.sourced_id = r.sourced_id
            left join @table parent
              on parent.tenant_id = :tenant and parent.status = 'active'
              and parent.sourced_id = r.fields->>'parentSourcedId' and parent.id <> child.id
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = @kind
              and r.status = 'active' and not r.refused
          ), written as (
            update @table t set parent_id = wanted.parent_id, changed_in = :import
            from wanted
            where t.tenant_id = :tenant and t.id = wanted.id
              and t.parent_id is distinct from wanted.parent_id
            returning old.changed_in as changed_before
          )
          select count(*) filter (where changed_before is distinct from :import) from written
          """);

  /** A class whose terms are others now counts as changed, unless it was counted already. */
  private static final SqlText TERMS =
      SqlText.of(
          """
          with staged as materialized (
            select class.id, r.fields
            from roster_row r
            join class on class.tenant_id = :tenant and class.sourced_id = r.sourced_id
            where r.tenant_id = :tenant and r.import_id = :import and r.kind = 'classes'
              and r.status = 'active' and not r.refused
          ), named as materialized (
            select staged.id as class_id, term.value as sourced_id
            from staged
            cross join lateral jsonb_array_elements_text(staged.fields->'termSourcedIds') term
          ), wanted as materialized (
            select named.class_id, term.id as term_id
            from named
            join academic_session term
              on term.tenant_id = :tenant and term.sourced_id = named.sourced_id
          ), gone as (
            delete from class_term t using staged
            where t.tenant_id = :tenant and t.class_id = staged.id and not exists (
              select from wanted
              where wanted.class_id = t.class_id and wanted.term_id = t.term_id)
            returning t.class_id
          ), come as (
            insert into class_term (tenant_id, class_id, term_id)
            select :tenant, class_id, term_id from wanted
            on conflict do nothing
            returning class_id
          ), written as (
            update class set changed_in = :import
            where tenant_id = :tenant and changed_in is distinct from :import
              and id in (select class_id from gone union select class_id from come)
            returning id
          )
          select count(*) from written
          """);

  private static final SqlText MARK = SqlText.of("savepoint roster_update");
  private static final SqlText TAKE_BACK = SqlText.of("rollback to savepoint roster_update");

  private final TenantSql sql;

  @Inject
  MergeStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Remembers how the tables are now. */
  void mark() {
    sql.with(MARK).update();
  }

  /** Undoes what this transaction has done since {@link #mark}. */
  void takeBack() {
    sql.with(TAKE_BACK).update();
  }

  /** Creates, changes and brings back; what the file no longer has is left to deactivate. */
  ChangeCounts merge(UUID importId, RosterKind kind) {
    ChangeCounts written =
        sql.with(text(MERGE, kind))
            .set("import", importId)
            .first(
                row ->
                    new ChangeCounts(
                        row.getLong("created"),
                        row.getLong("changed"),
                        0,
                        row.getLong("reactivated"),
                        0))
            .orElseThrow();
    long touched = written.created() + written.changed() + written.reactivated();
    long related = relate(importId, kind);
    return new ChangeCounts(
        written.created(),
        written.changed() + related,
        0,
        written.reactivated(),
        wanted(importId, kind) - touched - related);
  }

  int deactivate(UUID importId, RosterKind kind) {
    return sql.with(text(DEACTIVATE, kind)).set("import", importId).update();
  }

  long active(RosterKind kind) {
    return sql.with(text(ACTIVE, kind)).first(row -> row.getLong(1)).orElseThrow();
  }

  private long wanted(UUID importId, RosterKind kind) {
    return sql.with(WANTED)
        .set("import", importId)
        .set("kind", kind.fileName())
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  private long relate(UUID importId, RosterKind kind) {
    SqlText relation =
        switch (kind) {
          case ORGS, ACADEMIC_SESSIONS -> text(PARENTS, kind);
          case CLASSES -> TERMS;
          default -> null;
        };
    return relation == null
        ? 0
        : sql.with(relation).set("import", importId).first(row -> row.getLong(1)).orElseThrow();
  }

  private static SqlText text(Map<RosterKind, SqlText> texts, RosterKind kind) {
    SqlText text = texts.get(kind);
    if (text == null) {
      throw new IllegalStateException("No statement for " + kind);
    }
    return text;
  }

  private static Map<RosterKind, SqlText> each(String template) {
    Map<RosterKind, SqlText> texts = new EnumMap<>(RosterKind.class);
    for (RosterKind kind : RosterKind.values()) {
      texts.put(kind, SqlText.of(RosterTable.of(kind).fill(template)));
    }
    return texts;
  }
}
