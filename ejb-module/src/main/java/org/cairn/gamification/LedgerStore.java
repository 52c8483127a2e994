package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequence;
import org.cairn.gamification.Account.Paid;
import org.jspecify.annotations.Nullable;

/** What a learner is owed and was paid, read under the learner's lock. */
@Singleton
class LedgerStore {

  private static final SqlText OWED =
      SqlText.of(
          """
          select p.lifetime_xp, p.balance, p.transactions, s.zone, s.grade as grade_now,
            named.source, paid.amount as paid, paid.waived, paid.number,
            e.kind, e.category, e.reason, e.basis, e.grade, e.day, e.occurred_at, e.event_id,
            e.verified, e.rule_version, e.amount
          from (values (1)) one
          left join game_profile p on p.tenant_id = :tenant and p.learner_id = :learner
          left join schooling s on s.tenant_id = :tenant and s.learner_id = :learner
          left join lateral (
            select unnest(:sources::text[]) as source
            union
            select e.source from xp_earning e
            where e.tenant_id = :tenant and e.learner_id = :learner
              and (e.day between :from::date and :until::date
                or :siblings and e.day in (
                  select moved.day from xp_earning moved
                  where moved.tenant_id = :tenant and moved.learner_id = :learner
                    and moved.source = any(:sources::text[])))
          ) named on true
          left join xp_earning e on e.tenant_id = :tenant and e.learner_id = :learner
            and e.source = named.source
          left join lateral (
            select sum(x.amount - x.waived)::integer as amount, sum(x.waived)::integer as waived,
              count(*)::integer as number
            from xp_transaction x
            where x.tenant_id = :tenant and x.learner_id = :learner and x.source = named.source
          ) paid on true
          """);

  private static final SqlText CAUSED_BY =
      SqlText.of(
          """
          select event_id, type, source, amount from xp_transaction
          where tenant_id = :tenant and learner_id = :learner
            and event_id = any(:events::text[])
          order by number
          """);

  private final TenantSql sql;

  @Inject
  LedgerStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What is owed for some sources and for all of some days.
   *
   * @param siblings whether also for all of the days that the sources are on now
   */
  Owed owed(
      ActingLearner learner,
      Collection<String> sources,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean siblings) {
    Map<String, Paid> paid = new HashMap<>();
    Map<String, XpDue> dues = new HashMap<>();
    return sql.with(OWED)
        .set("learner", learner.id())
        .set("sources", sources)
        .set("from", from)
        .set("until", until)
        .set("siblings", siblings)
        .list(
            row -> {
              String source = row.getString("source");
              if (source != null) {
                paid.put(
                    source,
                    new Paid(row.getInt("paid"), row.getInt("waived"), row.getInt("number")));
              }
              if (row.getString("kind") != null) {
                dues.put(source, new XpDue(earning(row), 0, row.getInt("amount")));
              }
              return owed(row, paid, dues);
            })
        .get(0);
  }

  /** What is owed for everything. */
  Owed all(ActingLearner learner) {
    return owed(learner, List.of(), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), false);
  }

  private static Owed owed(ResultSet row, Map<String, Paid> paid, Map<String, XpDue> dues)
      throws SQLException {
    String zone = row.getString("zone");
    return new Owed(
        zone == null ? DayStore.LAST_RESORT : ZoneId.of(zone),
        row.getString("grade_now"),
        new Account(
            row.getLong("lifetime_xp"), row.getLong("balance"), row.getLong("transactions"), paid),
        dues);
  }

  private static Earning earning(ResultSet row) throws SQLException {
    return new Earning(
        row.getString("source"),
        XpKind.valueOf(row.getString("kind")),
        XpCategory.valueOf(row.getString("category")),
        row.getString("reason"),
        row.getInt("basis"),
        row.getString("grade"),
        row.getObject("day", LocalDate.class),
        SqlCall.instant(row, "occurred_at"),
        row.getString("event_id"),
        row.getBoolean("verified"),
        row.getString("rule_version"));
  }

  /** What these events have earned, as far as the caller may be told. */
  List<Consequence> causedBy(ActingLearner learner, List<String> events) {
    if (!learner.visible().showsXp()) {
      return List.of();
    }
    return sql.with(CAUSED_BY)
        .set("learner", learner.id())
        .set("events", events)
        .list(
            row ->
                Telling.paid(
                    row.getString("event_id"),
                    row.getString("type"),
                    row.getString("source"),
                    row.getInt("amount")));
  }
}
