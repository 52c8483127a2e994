package org.cairn.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** How far verifications are, and what they found. */
@Singleton
class VerificationStore {

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into audit_verification (tenant_id, id, state, asked_by, started_at, touched_at)
          values (:tenant, :id, 'RUNNING', :askedBy, :now, :now)
          on conflict do nothing
          """);

  private static final SqlText BREAK_OFF =
      SqlText.of(
          """
          update audit_verification set state = 'BROKEN_OFF', finished_at = :now
          where tenant_id = :tenant and state = 'RUNNING'
            and (touched_at < :before or id = :id::uuid)
          """);

  private static final SqlText RUN =
      SqlText.of(
          """
          select id, seals, position, anchor_offset, anchors, findings
          from audit_verification where tenant_id = :tenant and id = :id and state = 'RUNNING'
          for update
          """);

  private static final SqlText RUNNING =
      SqlText.of(
          "select id from audit_verification where tenant_id = :tenant and state = 'RUNNING'");

  private static final SqlText SAVE =
      SqlText.of(
          """
          update audit_verification set seals = :seals, position = :position,
            anchor_offset = :anchorOffset, anchors = :anchors, findings = :findings,
            touched_at = :now
          where tenant_id = :tenant and id = :id
          """);

  private static final SqlText FINISH =
      SqlText.of(
          """
          update audit_verification set finished_at = :now,
            state = case when findings = 0 then 'INTACT' else 'DIFFERENT' end
          where tenant_id = :tenant and id = :id
          """);

  private static final SqlText ADD_FINDINGS =
      SqlText.of(
          """
          insert into audit_finding (tenant_id, verification_id, number, kind, seal_number,
            entry_id, detail)
          select :tenant, :id, :first + f.place, f.kind, f.seal_number, f.entry_id, f.detail
          from unnest(:kinds::text[], :numbers::bigint[], :entries::uuid[], :details::text[])
            with ordinality as f (kind, seal_number, entry_id, detail, place)
          """);

  private static final SqlText LATEST =
      SqlText.of(
          """
          select id, state, started_at, finished_at, seals, position, anchors, findings
          from audit_verification where tenant_id = :tenant
          order by id desc limit 1
          """);

  private static final SqlText FINDINGS =
      SqlText.of(
          """
          select kind, seal_number, entry_id, detail from audit_finding
          where tenant_id = :tenant and verification_id = :id
          order by number limit :limit
          """);

  private final TenantSql sql;

  @Inject
  VerificationStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Whether it has begun: not while another one of the tenant runs. */
  boolean begin(UUID id, String askedBy, Instant now) {
    return sql.with(BEGIN).set("id", id).set("askedBy", askedBy).set("now", now).update() == 1;
  }

  /** Ends those that have shown no progress since a time. */
  void endSilent(Instant before, Instant now) {
    sql.with(BREAK_OFF).set("id", null).set("before", before).set("now", now).update();
  }

  /** Ends one whose job broke off, and answers whether it had not ended already. */
  boolean end(UUID id, Instant now) {
    return sql.with(BREAK_OFF).set("id", id).set("before", Instant.EPOCH).set("now", now).update()
        == 1;
  }

  /** How far it is; nothing when it has ended. */
  Optional<VerificationRun> run(UUID id) {
    return sql.with(RUN)
        .set("id", id)
        .first(
            row ->
                new VerificationRun(
                    id,
                    row.getObject("seals", Long.class),
                    row.getLong("position"),
                    row.getLong("anchor_offset"),
                    row.getLong("anchors"),
                    row.getLong("findings")));
  }

  Optional<UUID> running() {
    return sql.with(RUNNING).first(row -> SqlCall.uuid(row, "id"));
  }

  void save(VerificationRun run, Instant now) {
    sql.with(SAVE)
        .set("id", run.id())
        .set("seals", run.seals())
        .set("position", run.position())
        .set("anchorOffset", run.anchorOffset())
        .set("anchors", run.anchors())
        .set("findings", run.findings())
        .set("now", now)
        .update();
  }

  void finish(UUID id, Instant now) {
    sql.with(FINISH).set("id", id).set("now", now).update();
  }

  /** Adds differences behind the first so many. */
  void add(UUID id, long first, List<Difference> differences) {
    sql.with(ADD_FINDINGS)
        .set("id", id)
        .set("first", first)
        .setEach("kinds", differences, Difference::kind)
        .setEach("numbers", differences, Difference::number)
        .setEach("entries", differences, Difference::entry)
        .setEach("details", differences, Difference::detail)
        .update();
  }

  /** The latest one, with the first of its findings. */
  Optional<AuditVerificationView> latest(int findings) {
    return sql.with(LATEST)
        .first(VerificationStore::view)
        .map(view -> view.with(findings(view.id(), findings)));
  }

  private List<AuditFindingView> findings(UUID id, int limit) {
    return sql.with(FINDINGS)
        .set("id", id)
        .set("limit", limit)
        .list(
            row ->
                new AuditFindingView(
                    row.getString("kind"),
                    row.getObject("seal_number", Long.class),
                    row.getObject("entry_id", UUID.class),
                    row.getString("detail")));
  }

  private static AuditVerificationView view(ResultSet row) throws SQLException {
    return new AuditVerificationView(
        SqlCall.uuid(row, "id"),
        row.getString("state"),
        SqlCall.instant(row, "started_at"),
        SqlCall.instantOrNull(row, "finished_at"),
        row.getObject("seals", Long.class),
        row.getLong("position"),
        row.getLong("anchors"),
        row.getLong("findings"),
        List.of());
  }
}
