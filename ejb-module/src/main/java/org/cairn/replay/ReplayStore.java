package org.cairn.replay;

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
import org.cairn.replay.ReplayView.State;
import org.jspecify.annotations.Nullable;

/** A district's replays and how far they are. */
@Singleton
class ReplayStore {

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into rule_replay (tenant_id, id, rule_version, state, before, requested_by,
            requested_at)
          values (:tenant, :id, :version, 'COMPUTING', :now, :by, :now)
          """);

  private static final String READ =
      """
      select r.*, r.state in ('COMPUTING', 'READY') and exists (
        select from rule_replay other where other.tenant_id = :tenant
          and other.apply_requested_at >= r.requested_at) as stale
      from rule_replay r where r.tenant_id = :tenant
      """;

  private static final SqlText FIND = SqlText.of(READ + " and r.id = :id");

  private static final SqlText PAGE =
      SqlText.of(
          READ
              + """
                 and (:before::uuid is null or r.id < :before::uuid)
                order by r.id desc limit :limit
                """);

  /** Whoever decides by the state of all locks all; they are few. */
  private static final SqlText LOCK =
      SqlText.of(
          """
          select state from rule_replay where tenant_id = :tenant order by id for update
          """);

  private static final SqlText EXPECT =
      SqlText.of(
          "update rule_replay set learners = :learners where tenant_id = :tenant and id = :id");

  private static final SqlText READY =
      SqlText.of(
          """
          update rule_replay set state = 'READY', ready_at = :now
          where tenant_id = :tenant and id = :id and state = 'COMPUTING'
          """);

  private static final SqlText FAIL =
      SqlText.of(
          """
          update rule_replay set state = 'FAILED'
          where tenant_id = :tenant and id = :id and state = 'COMPUTING'
          """);

  private static final SqlText APPLYING =
      SqlText.of(
          """
          update rule_replay set state = 'APPLYING', apply_requested_by = :by,
            apply_requested_at = :now
          where tenant_id = :tenant and id = :id and state = 'READY'
          """);

  private static final SqlText APPLIED =
      SqlText.of(
          """
          update rule_replay set state = 'APPLIED', applied_at = :now
          where tenant_id = :tenant and id = :id and state = 'APPLYING'
          """);

  private final TenantSql sql;

  @Inject
  ReplayStore(TenantSql sql) {
    this.sql = sql;
  }

  void add(UUID id, String version, String by, Instant now) {
    sql.with(ADD).set("id", id).set("version", version).set("by", by).set("now", now).update();
  }

  Optional<ReplayView> find(UUID id) {
    return sql.with(FIND).set("id", id).first(ReplayStore::view);
  }

  /** The newest first, before one. */
  List<ReplayView> page(@Nullable String before, int limit) {
    return sql.with(PAGE).set("before", before).set("limit", limit).list(ReplayStore::view);
  }

  /** Keeps others from deciding to the end of the transaction, and tells whether one is applied. */
  boolean lockAndSeeOneApplying() {
    return sql.with(LOCK).list(row -> row.getString("state")).contains(State.APPLYING.name());
  }

  void expect(UUID id, long learners) {
    sql.with(EXPECT).set("id", id).set("learners", learners).update();
  }

  void ready(UUID id, Instant now) {
    sql.with(READY).set("id", id).set("now", now).update();
  }

  void fail(UUID id) {
    sql.with(FAIL).set("id", id).update();
  }

  void applying(UUID id, String by, Instant now) {
    sql.with(APPLYING).set("id", id).set("by", by).set("now", now).update();
  }

  void applied(UUID id, Instant now) {
    sql.with(APPLIED).set("id", id).set("now", now).update();
  }

  private static ReplayView view(ResultSet row) throws SQLException {
    return new ReplayView(
        SqlCall.uuid(row, "id"),
        row.getString("rule_version"),
        State.valueOf(row.getString("state")),
        row.getBoolean("stale"),
        SqlCall.instant(row, "before"),
        row.getLong("learners"),
        row.getLong("judged"),
        row.getLong("changed"),
        row.getLong("xp_up"),
        row.getLong("xp_down"),
        row.getLong("applied"),
        row.getString("requested_by"),
        SqlCall.instant(row, "requested_at"),
        SqlCall.instantOrNull(row, "ready_at"),
        row.getString("apply_requested_by"),
        SqlCall.instantOrNull(row, "apply_requested_at"),
        SqlCall.instantOrNull(row, "applied_at"));
  }
}
