package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** What those read who may see a learner. */
@Singleton
class ProfileStore {

  private static final SqlText ACTIVITY =
      SqlText.of(
          """
          select a.last_active_at, (
            select coalesce(sum(e.amount), 0) from xp_earning e
            where e.tenant_id = :tenant and e.learner_id = :learner and e.day = :today
              and e.kind <> 'CORRECTION') as xp
          from (values (1)) one
          left join learner_activity a on a.tenant_id = :tenant and a.learner_id = :learner
          """);

  private static final String ROW =
      "select * from xp_transaction where tenant_id = :tenant and learner_id = :learner";

  private static final SqlText BEFORE =
      SqlText.of(ROW + " and number < :before order by number desc limit :limit");

  private static final SqlText BY_ID = SqlText.of(ROW + " and id = :id");

  private static final SqlText CHAIN =
      SqlText.of(ROW + " and source = :source order by revision limit 500");

  private final TenantSql sql;

  @Inject
  ProfileStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What a learner did last.
   *
   * @param xp what was earned on the day that was asked for
   */
  record Activity(long xp, @Nullable Instant lastActiveAt) {}

  Activity activity(VisibleLearner learner, LocalDate today) {
    return sql.with(ACTIVITY)
        .set("learner", learner.id())
        .set("today", today)
        .first(row -> new Activity(row.getLong("xp"), SqlCall.instantOrNull(row, "last_active_at")))
        .orElseThrow();
  }

  /** The learner's rows before a number, newest first. */
  List<XpTransactionView> before(VisibleLearner learner, long number, int limit) {
    return sql.with(BEFORE)
        .set("learner", learner.id())
        .set("before", number)
        .set("limit", limit)
        .list(ProfileStore::view);
  }

  Optional<LedgerRow> row(VisibleLearner learner, UUID id) {
    return sql.with(BY_ID).set("learner", learner.id()).set("id", id).first(ProfileStore::row);
  }

  /** All rows for a source, from the first payment on. */
  List<XpTransactionView> chain(VisibleLearner learner, String source) {
    return sql.with(CHAIN)
        .set("learner", learner.id())
        .set("source", source)
        .list(ProfileStore::view);
  }

  private static LedgerRow row(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new LedgerRow(
        view(row),
        kind == null ? null : XpKind.valueOf(kind),
        row.getInt("basis"),
        row.getString("grade"),
        row.getObject("day", LocalDate.class),
        row.getInt("streak"),
        row.getInt("owed"));
  }

  private static XpTransactionView view(ResultSet row) throws SQLException {
    return new XpTransactionView(
        SqlCall.uuid(row, "id"),
        row.getLong("number"),
        row.getString("type"),
        XpCategory.valueOf(row.getString("category")),
        row.getString("reason"),
        row.getString("note"),
        row.getString("source"),
        row.getInt("amount"),
        row.getInt("waived"),
        row.getLong("balance_after"),
        row.getBoolean("verified"),
        row.getString("rule_version"),
        row.getString("event_id"),
        SqlCall.instant(row, "occurred_at"),
        SqlCall.instant(row, "recorded_at"));
  }
}
