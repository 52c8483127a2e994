package org.cairn.backup;

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
import org.jspecify.annotations.Nullable;

/** The work on backups until their manifests are written. */
@Singleton
class BackupStore {

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into profile_backup (tenant_id, id, rule_version, cut_at)
          values (:tenant, :id, :rules, :now) on conflict do nothing
          """);

  private static final SqlText PLAN =
      SqlText.of(
          """
          insert into profile_backup_part (tenant_id, backup_id, number, after, until)
          select :tenant, :id, p.number, p.after, p.until
          from unnest(:numbers::integer[], :afters::uuid[], :untils::uuid[])
            p (number, after, until)
          """);

  private static final SqlText FIND =
      SqlText.of("select * from profile_backup where tenant_id = :tenant and id = :id");

  private static final SqlText PARTS =
      SqlText.of(
          """
          select * from profile_backup_part
          where tenant_id = :tenant and backup_id = :id and number > :after
          order by number limit :limit
          """);

  private static final SqlText PART =
      SqlText.of(
          """
          select * from profile_backup_part
          where tenant_id = :tenant and backup_id = :id and number = :number for update
          """);

  private static final SqlText WRITTEN =
      SqlText.of(
          """
          update profile_backup_part set profiles = :profiles, ledger_rows = :rows, size = :size,
            sha256 = :sha256
          where tenant_id = :tenant and backup_id = :id and number = :number
          """);

  private static final SqlText COUNT =
      SqlText.of(
          """
          select count(*) from profile_backup_part
          where tenant_id = :tenant and backup_id = :id and number > 0
          """);

  private static final SqlText FORGET =
      SqlText.of("delete from profile_backup where tenant_id = :tenant and id <> :id");

  private final TenantSql sql;

  @Inject
  BackupStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The backup that is being written. */
  record Begun(UUID id, String ruleVersion, Instant cutAt) {}

  /**
   * A part that is planned, or written.
   *
   * @param sha256 {@code null} while it is not written
   */
  record Planned(
      int number,
      @Nullable UUID after,
      @Nullable UUID until,
      long profiles,
      long ledgerRows,
      long size,
      @Nullable String sha256) {}

  /** Answers whether it was not begun before. */
  boolean begin(UUID id, String ruleVersion, Instant now) {
    return sql.with(BEGIN).set("id", id).set("rules", ruleVersion).set("now", now).update() == 1;
  }

  void plan(UUID id, List<Planned> parts) {
    sql.with(PLAN)
        .set("id", id)
        .setEach("numbers", parts, Planned::number)
        .setEach("afters", parts, Planned::after)
        .setEach("untils", parts, Planned::until)
        .update();
  }

  Optional<Begun> find(UUID id) {
    return sql.with(FIND)
        .set("id", id)
        .first(row -> new Begun(id, row.getString("rule_version"), SqlCall.instant(row, "cut_at")));
  }

  /** How many parts there are of learners. */
  long count(UUID id) {
    return sql.with(COUNT).set("id", id).first(row -> row.getLong(1)).orElse(0L);
  }

  List<Planned> parts(UUID id, int after, int limit) {
    return sql.with(PARTS)
        .set("id", id)
        .set("after", after)
        .set("limit", limit)
        .list(BackupStore::planned);
  }

  /** A part, held to the end of the transaction. */
  Optional<Planned> part(UUID id, int number) {
    return sql.with(PART).set("id", id).set("number", number).first(BackupStore::planned);
  }

  void written(UUID id, Planned part) {
    sql.with(WRITTEN)
        .set("id", id)
        .set("number", part.number())
        .set("profiles", part.profiles())
        .set("rows", part.ledgerRows())
        .set("size", part.size())
        .set("sha256", part.sha256())
        .update();
  }

  /** Forgets all work but that on one backup: what was given up cannot be gone on with. */
  void forgetOthers(UUID id) {
    sql.with(FORGET).set("id", id).update();
  }

  private static Planned planned(ResultSet row) throws SQLException {
    return new Planned(
        row.getInt("number"),
        row.getObject("after", UUID.class),
        row.getObject("until", UUID.class),
        row.getLong("profiles"),
        row.getLong("ledger_rows"),
        row.getLong("size"),
        row.getString("sha256"));
  }
}
