package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** The record of each import. Its state goes forward only: every change names the states before. */
@Singleton
class ImportStore {

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into roster_import (tenant_id, id, state, sha256, dry_run, threshold, received_by,
            received_at, touched_at, kinds, not_imported, rows_total)
          values (:tenant, :id, 'RECEIVED', :sha256, :dryRun, :threshold, :receivedBy,
            :now, :now, :kinds::text[], :notImported::text[], :rowsTotal)
          on conflict do nothing
          """);

  private static final SqlText BEGIN =
      SqlText.of(
          """
          update roster_import set state = 'RUNNING', touched_at = :now,
            rows_done = case when :anew then 0 else rows_done end
          where tenant_id = :tenant and id = :id and state in ('RECEIVED', 'RUNNING')
          """);

  private static final SqlText END =
      SqlText.of(
          """
          update roster_import set state = :state, touched_at = :now, detail = :detail,
            finished_at = :now
          where tenant_id = :tenant and id = :id and state in ('RECEIVED', 'RUNNING')
          """);

  private static final SqlText PROGRESS =
      SqlText.of(
          """
          update roster_import set rows_done = rows_done + :rows, touched_at = :now
          where tenant_id = :tenant and id = :id and state = 'RUNNING'
          """);

  private static final String VIEW =
      """
      select i.id, i.state, i.sha256, i.dry_run, i.threshold, i.received_at, i.finished_at,
        i.kinds, i.not_imported, i.rows_total, i.rows_done, i.detail,
        (select count(*) from roster_error e
          where e.tenant_id = :tenant and e.import_id = i.id) as errors
      from roster_import i
      where i.tenant_id = :tenant
      """;

  private static final SqlText FIND = SqlText.of(VIEW + " and i.id = :id");

  private static final SqlText PAGE =
      SqlText.of(
          VIEW
              + """
                and (:before::uuid is null or i.id < :before::uuid)
              order by i.id desc
              limit :limit
              """);

  private static final SqlText ON_THEIR_WAY =
      SqlText.of(
          """
          select id from roster_import
          where tenant_id = :tenant and state in ('RECEIVED', 'RUNNING')
          """);

  private static final SqlText STALE =
      SqlText.of(
          """
          select id from roster_import
          where tenant_id = :tenant and state in ('RECEIVED', 'RUNNING') and touched_at < :before
          """);

  private static final SqlText KINDS =
      SqlText.of("select unnest(kinds) from roster_import where tenant_id = :tenant and id = :id");

  private static final SqlText COUNTS =
      SqlText.of(
          """
          select import_id, kind, created, changed, deactivated, reactivated, unchanged
          from roster_import_count
          where tenant_id = :tenant and import_id = any(:ids::uuid[])
          order by array_position(
            (select kinds from roster_import where tenant_id = :tenant and id = import_id), kind)
          """);

  private static final SqlText ADD_COUNT =
      SqlText.of(
          """
          insert into roster_import_count (tenant_id, import_id, kind, created, changed,
            deactivated, reactivated, unchanged)
          values (:tenant, :id, :kind, :created, :changed, :deactivated, :reactivated, :unchanged)
          """);

  private final TenantSql sql;

  @Inject
  ImportStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Whether it was added: not while another one of the district is on its way. */
  boolean add(UUID id, RosterFile file, boolean dryRun, int threshold, String by, Instant now) {
    return sql.with(ADD)
            .set("id", id)
            .set("sha256", file.sha256())
            .set("dryRun", dryRun)
            .set("threshold", threshold)
            .set("receivedBy", by)
            .set("now", now)
            .set("kinds", file.kinds())
            .set("notImported", file.notImported())
            .set("rowsTotal", file.rowsTotal())
            .update()
        == 1;
  }

  /** Whether it was on its way. */
  boolean begin(UUID id, boolean anew, Instant now) {
    return sql.with(BEGIN).set("id", id).set("anew", anew).set("now", now).update() == 1;
  }

  /** Ends it, and answers whether it had not ended already. */
  boolean end(UUID id, ImportState state, String detail, Instant now) {
    return sql.with(END)
            .set("id", id)
            .set("state", state.name())
            .set("detail", detail)
            .set("now", now)
            .update()
        == 1;
  }

  /** Whether it is running. */
  boolean progress(UUID id, int rows, Instant now) {
    return sql.with(PROGRESS).set("id", id).set("rows", rows).set("now", now).update() == 1;
  }

  Optional<RosterImportView> find(UUID id) {
    return views(sql.with(FIND).set("id", id)).stream().findFirst();
  }

  /** The latest first. */
  List<RosterImportView> page(@Nullable String before, int limit) {
    return views(sql.with(PAGE).set("before", before).set("limit", limit));
  }

  boolean isAnyOnItsWay() {
    return sql.with(ON_THEIR_WAY).first(row -> SqlCall.uuid(row, "id")).isPresent();
  }

  List<UUID> silentSince(Instant before) {
    return sql.with(STALE).set("before", before).list(row -> SqlCall.uuid(row, "id"));
  }

  List<RosterKind> kinds(UUID id) {
    return sql.with(KINDS).set("id", id).list(row -> row.getString(1)).stream()
        .flatMap(name -> RosterKind.ofFile(name).stream())
        .toList();
  }

  void addCount(UUID id, String kind, ChangeCounts counts) {
    sql.with(ADD_COUNT)
        .set("id", id)
        .set("kind", kind)
        .set("created", counts.created())
        .set("changed", counts.changed())
        .set("deactivated", counts.deactivated())
        .set("reactivated", counts.reactivated())
        .set("unchanged", counts.unchanged())
        .update();
  }

  private List<RosterImportView> views(SqlCall call) {
    Map<UUID, RosterImportView> found = new LinkedHashMap<>();
    call.list(ImportStore::view).forEach(view -> found.put(view.id(), view));
    for (Counted counted : sql.with(COUNTS).set("ids", found.keySet()).list(Counted::of)) {
      found.computeIfPresent(
          counted.importId(),
          (id, view) -> {
            view.changes().put(counted.kind(), counted.counts());
            return view;
          });
    }
    return List.copyOf(found.values());
  }

  private static RosterImportView view(ResultSet row) throws SQLException {
    return new RosterImportView(
        SqlCall.uuid(row, "id"),
        ImportState.valueOf(row.getString("state")),
        row.getBoolean("dry_run"),
        row.getInt("threshold"),
        row.getString("sha256"),
        SqlCall.instant(row, "received_at"),
        SqlCall.instantOrNull(row, "finished_at"),
        row.getLong("rows_total"),
        row.getLong("rows_done"),
        new LinkedHashMap<>(),
        row.getLong("errors"),
        List.of((String[]) row.getArray("not_imported").getArray()),
        row.getString("detail"));
  }

  private record Counted(UUID importId, String kind, ChangeCounts counts) {

    static Counted of(ResultSet row) throws SQLException {
      return new Counted(
          SqlCall.uuid(row, "import_id"),
          row.getString("kind"),
          new ChangeCounts(
              row.getLong("created"),
              row.getLong("changed"),
              row.getLong("deactivated"),
              row.getLong("reactivated"),
              row.getLong("unchanged")));
    }
  }
}
