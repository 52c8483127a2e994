package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.LedgerFindings.Finding;
import org.cairn.gamification.LedgerReconciliation.LedgerState;
import org.jspecify.annotations.Nullable;

/** Reads profiles beside their ledgers, and keeps what differs. */
@Singleton
class ReconciliationStore {

  private static final SqlText COUNT =
      SqlText.of("select count(*) from game_profile where tenant_id = :tenant");

  /** From one learner's first earning to the next one's, however many a learner has. */
  private static final SqlText LEARNERS =
      SqlText.of(
          """
          with recursive earner (id) as (
            (select learner_id from xp_earning
             where tenant_id = :tenant and (:after::uuid is null or learner_id > :after::uuid)
             order by learner_id limit 1)
            union all
            select (select e.learner_id from xp_earning e
              where e.tenant_id = :tenant and e.learner_id > earner.id
              order by e.learner_id limit 1)
            from earner where earner.id is not null
          )
          select id from earner where id is not null limit :limit
          """);

  private static final String BESIDE_LEDGER =
      """
      select p.learner_id, p.balance, p.lifetime_xp, p.transactions, x.sum, x.earned, x.rows,
        x.last_number, coalesce(l.balance_after, 0) as last_balance
      from (
        select learner_id, balance, lifetime_xp, transactions from game_profile
        where tenant_id = :tenant and WHICH
      ) p
      cross join lateral (
        select coalesce(sum(amount), 0) as sum, count(*) as rows,
          coalesce(sum(amount - waived) filter (where type <> 'SPENT'), 0) as earned,
          coalesce(max(number), 0) as last_number
        from xp_transaction where tenant_id = :tenant and learner_id = p.learner_id
      ) x
      left join xp_transaction l on l.tenant_id = :tenant and l.learner_id = p.learner_id
        and l.number = x.last_number
      order by p.learner_id
      """;

  private static final SqlText PAGE =
      SqlText.of(
          BESIDE_LEDGER.replace(
              "WHICH",
              "(:after::uuid is null or learner_id > :after::uuid)"
                  + " order by learner_id limit :limit"));

  private static final SqlText THESE =
      SqlText.of(BESIDE_LEDGER.replace("WHICH", "learner_id = any(:learners::uuid[])"));

  private static final SqlText FLAG =
      SqlText.of(
          """
          insert into ledger_finding (tenant_id, learner_id, code, profile, ledger, found_at,
            seen_in)
          select :tenant, f.learner_id, f.code, f.profile, f.ledger, :now, :run
          from unnest(:learners::uuid[], :codes::text[], :profiles::bigint[], :ledgers::bigint[])
            f (learner_id, code, profile, ledger)
          on conflict (tenant_id, learner_id, code) do update set profile = excluded.profile,
            ledger = excluded.ledger, seen_in = excluded.seen_in, gone_at = null,
            found_at = case when ledger_finding.gone_at is null then ledger_finding.found_at
              else excluded.found_at end
          """);

  private static final SqlText SETTLE =
      SqlText.of(
          """
          update ledger_finding set gone_at = :now
          where tenant_id = :tenant and seen_in <> :run and gone_at is null
          """);

  private static final SqlText FINDINGS =
      SqlText.of(
          """
          select learner_id, code, profile, ledger, found_at from ledger_finding
          where tenant_id = :tenant and gone_at is null
            and (:after::text is null or (learner_id::text || '/' || code) collate "C" > :after)
          order by (learner_id::text || '/' || code) collate "C" limit :limit
          """);

  private final TenantSql sql;

  @Inject
  ReconciliationStore(TenantSql sql) {
    this.sql = sql;
  }

  long profiles() {
    return sql.with(COUNT).first(row -> row.getLong(1)).orElse(0L);
  }

  List<LedgerState> page(@Nullable String after, int limit) {
    return sql.with(PAGE).set("after", after).set("limit", limit).list(ReconciliationStore::state);
  }

  List<LedgerState> of(Collection<UUID> learners) {
    return sql.with(THESE).set("learners", learners).list(ReconciliationStore::state);
  }

  private static LedgerState state(ResultSet row) throws SQLException {
    return new LedgerState(
        SqlCall.uuid(row, "learner_id"),
        row.getLong("balance"),
        row.getLong("lifetime_xp"),
        row.getLong("transactions"),
        row.getLong("sum"),
        row.getLong("earned"),
        row.getLong("rows"),
        row.getLong("last_number"),
        row.getLong("last_balance"));
  }

  /** Whoever has earned anything, in the order of ids. */
  List<UUID> learners(@Nullable String after, int limit) {
    return sql.with(LEARNERS)
        .set("after", after)
        .set("limit", limit)
        .list(row -> SqlCall.uuid(row, "id"));
  }

  void flag(UUID run, List<Finding> findings, Instant now) {
    sql.with(FLAG)
        .set("run", run)
        .set("now", now)
        .setEach("learners", findings, Finding::learnerId)
        .setEach("codes", findings, Finding::code)
        .setEach("profiles", findings, Finding::profile)
        .setEach("ledgers", findings, Finding::ledger)
        .update();
  }

  /** What the run did not see again is gone. */
  void settle(UUID run, Instant now) {
    sql.with(SETTLE).set("run", run).set("now", now).update();
  }

  List<Finding> findings(@Nullable String after, int limit) {
    return sql.with(FINDINGS)
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new Finding(
                    SqlCall.uuid(row, "learner_id"),
                    row.getString("code"),
                    row.getLong("profile"),
                    row.getLong("ledger"),
                    SqlCall.instant(row, "found_at")));
  }
}
