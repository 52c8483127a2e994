package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequence;
import org.cairn.gamification.Account.Paid;
import org.cairn.gamification.Settlement.Row;
import org.cairn.shared.Ids;

/** The ledger and the profile, which always change together and under the learner's lock. */
@Singleton
class LedgerStore {

  private static final SqlText ACCOUNT =
      SqlText.of(
          """
          select p.lifetime_xp, p.balance, p.transactions, x.source, x.amount, x.number
          from (values (1)) one
          left join game_profile p on p.tenant_id = :tenant and p.learner_id = :learner
          left join lateral (
            select source, sum(amount)::integer as amount, count(*)::integer as number
            from xp_transaction
            where tenant_id = :tenant and learner_id = :learner
              and source = any(:sources::text[])
            group by source
          ) x on true
          """);

  private static final SqlText WRITE =
      SqlText.of(
          """
          with ledger as (
            insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
              category, reason, amount, balance_after, verified, rule_version, event_id,
              occurred_at, recorded_at)
            select :tenant, r.id, :learner, r.number, r.source, r.revision, r.type, r.category,
              r.reason, r.amount, r.balance_after, r.verified, :ruleVersion, r.event_id,
              r.occurred_at, :now
            from unnest(:ids::uuid[], :numbers::bigint[], :sources::text[], :revisions::integer[],
              :types::text[], :categories::text[], :reasons::text[], :amounts::integer[],
              :balances::bigint[], :verified::boolean[], :events::text[], :times::timestamptz[])
              r (id, number, source, revision, type, category, reason, amount, balance_after,
                verified, event_id, occurred_at)
          )
          insert into game_profile
            (tenant_id, learner_id, lifetime_xp, balance, transactions, last_active_at)
          values (:tenant, :learner, :lifetime, :balance, :transactions, :now)
          on conflict (tenant_id, learner_id) do update set
            lifetime_xp = excluded.lifetime_xp, balance = excluded.balance,
            transactions = excluded.transactions, last_active_at = excluded.last_active_at
          """);

  private static final SqlText CAUSED_BY =
      SqlText.of(
          """
          select event_id, type, source, amount from xp_transaction
          where tenant_id = :tenant and learner_id = :learner and event_id = any(:events::text[])
          order by number
          """);

  private static final SqlText PROFILE =
      SqlText.of(
          """
          select lifetime_xp, balance, last_active_at from game_profile
          where tenant_id = :tenant and learner_id = :learner
          """);

  private static final SqlText BEFORE =
      SqlText.of(
          """
          select * from xp_transaction
          where tenant_id = :tenant and learner_id = :learner and number < :before
          order by number desc limit :limit
          """);

  private final TenantSql sql;

  @Inject
  LedgerStore(TenantSql sql) {
    this.sql = sql;
  }

  Account account(ActingLearner learner, Collection<String> sources) {
    Map<String, Paid> paid = new HashMap<>();
    List<Account> found =
        sql.with(ACCOUNT)
            .set("learner", learner.id())
            .set("sources", sources)
            .list(
                row -> {
                  String source = row.getString("source");
                  if (source != null) {
                    paid.put(source, new Paid(row.getInt("amount"), row.getInt("number")));
                  }
                  return new Account(
                      row.getLong("lifetime_xp"),
                      row.getLong("balance"),
                      row.getLong("transactions"),
                      paid);
                });
    return found.get(0);
  }

  void write(ActingLearner learner, Settlement settlement, String ruleVersion, Instant now) {
    List<Row> rows = settlement.rows();
    sql.with(WRITE)
        .set("learner", learner.id())
        .set("ruleVersion", ruleVersion)
        .set("now", now)
        .setEach("ids", rows, row -> Ids.next())
        .setEach("numbers", rows, Row::number)
        .setEach("sources", rows, row -> row.due().source())
        .setEach("revisions", rows, Row::revision)
        .setEach("types", rows, Row::type)
        .setEach("categories", rows, row -> row.due().category())
        .setEach("reasons", rows, row -> row.due().reason())
        .setEach("amounts", rows, Row::amount)
        .setEach("balances", rows, Row::balanceAfter)
        .setEach("verified", rows, row -> row.due().verified())
        .setEach("events", rows, row -> row.due().eventId())
        .setEach("times", rows, row -> row.due().occurredAt())
        .set("lifetime", settlement.lifetimeXp())
        .set("balance", settlement.balance())
        .set("transactions", rows.get(rows.size() - 1).number())
        .update();
  }

  /** What these events have earned. */
  List<Consequence> causedBy(ActingLearner learner, List<String> events) {
    return sql.with(CAUSED_BY)
        .set("learner", learner.id())
        .set("events", events)
        .list(
            row ->
                XpAwarding.paid(
                    row.getString("event_id"),
                    row.getString("type"),
                    row.getString("source"),
                    row.getInt("amount")));
  }

  Optional<ProfileView> profile(VisibleLearner learner) {
    return sql.with(PROFILE)
        .set("learner", learner.id())
        .first(
            row ->
                ProfileView.of(
                    learner.id(),
                    row.getLong("lifetime_xp"),
                    row.getLong("balance"),
                    SqlCall.instant(row, "last_active_at")));
  }

  /** The learner's rows before a number, newest first. */
  List<XpTransactionView> before(VisibleLearner learner, long number, int limit) {
    return sql.with(BEFORE)
        .set("learner", learner.id())
        .set("before", number)
        .set("limit", limit)
        .list(LedgerStore::transaction);
  }

  private static XpTransactionView transaction(ResultSet row) throws SQLException {
    UUID id = SqlCall.uuid(row, "id");
    return new XpTransactionView(
        id,
        row.getLong("number"),
        row.getString("type"),
        XpCategory.valueOf(row.getString("category")),
        row.getString("reason"),
        row.getString("source"),
        row.getInt("amount"),
        row.getLong("balance_after"),
        row.getBoolean("verified"),
        row.getString("rule_version"),
        row.getString("event_id"),
        SqlCall.instant(row, "occurred_at"),
        SqlCall.instant(row, "recorded_at"));
  }
}
