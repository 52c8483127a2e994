package org.cairn.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.backup.RestoreView.State;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.ProfileRecords.Restored;
import org.jspecify.annotations.Nullable;

/** What becomes of restores. */
@Singleton
class RestoreStore {

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into profile_restore (tenant_id, id, backup_id, dry_run, state, begun_at)
          values (:tenant, :id, :backup, :dryRun, 'VERIFYING', :now) on conflict do nothing
          """);

  private static final SqlText FIND =
      SqlText.of("select * from profile_restore where tenant_id = :tenant and id = :id");

  private static final SqlText PAGE =
      SqlText.of(
          """
          select * from profile_restore
          where tenant_id = :tenant and backup_id = :backup
            and (:before::uuid is null or id < :before::uuid)
          order by id desc limit :limit
          """);

  private static final SqlText DAMAGED =
      SqlText.of(
          """
          update profile_restore set damaged_part = least(damaged_part, :part::integer)
          where tenant_id = :tenant and id = :id
          """);

  private static final SqlText BECOME =
      SqlText.of(
          """
          update profile_restore set state = :state, ended_at = :ended::timestamptz
          where tenant_id = :tenant and id = :id
          """);

  private static final SqlText COUNT =
      SqlText.of(
          """
          update profile_restore set restored = restored + :restored, whole = whole + :whole,
            kept = kept + :kept, absent = absent + :absent, ledger_rows = ledger_rows + :rows,
            differing = differing + :differing
          where tenant_id = :tenant and id = :id
          """);

  private final TenantSql sql;

  @Inject
  RestoreStore(TenantSql sql) {
    this.sql = sql;
  }

  void begin(UUID id, UUID backup, boolean dryRun, Instant now) {
    sql.with(BEGIN)
        .set("id", id)
        .set("backup", backup)
        .set("dryRun", dryRun)
        .set("now", now)
        .update();
  }

  Optional<RestoreView> find(UUID id) {
    return sql.with(FIND).set("id", id).first(RestoreStore::view);
  }

  /** A backup's restores before one, the newest first. */
  List<RestoreView> page(UUID backup, @Nullable String before, int limit) {
    return sql.with(PAGE)
        .set("backup", backup)
        .set("before", before)
        .set("limit", limit)
        .list(RestoreStore::view);
  }

  /** Remembers the first part that is damaged. */
  void damaged(UUID id, int part) {
    sql.with(DAMAGED).set("id", id).set("part", part).update();
  }

  void become(UUID id, State state, @Nullable Instant ended) {
    sql.with(BECOME).set("id", id).set("state", state.name()).set("ended", ended).update();
  }

  void count(UUID id, Restored more) {
    sql.with(COUNT)
        .set("id", id)
        .set("restored", more.restored())
        .set("whole", more.whole())
        .set("kept", more.kept())
        .set("absent", more.absent())
        .set("rows", more.rows())
        .set("differing", more.differing())
        .update();
  }

  private static RestoreView view(ResultSet row) throws SQLException {
    return new RestoreView(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "backup_id"),
        row.getBoolean("dry_run"),
        State.valueOf(row.getString("state")),
        row.getObject("damaged_part", Integer.class),
        row.getLong("restored"),
        row.getLong("whole"),
        row.getLong("kept"),
        row.getLong("absent"),
        row.getLong("ledger_rows"),
        row.getLong("differing"),
        SqlCall.instant(row, "begun_at"),
        SqlCall.instantOrNull(row, "ended_at"));
  }
}
