package org.cairn.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.digest.DigestRules.Week;
import org.jspecify.annotations.Nullable;

/** Keeps the weeks whose digests were planned, and what became of each guardian's. */
@Singleton
class DigestWeekStore {

  private static final int WEEKS_KEPT = 13;

  private static final SqlText BEGIN =
      SqlText.of(
          """
          insert into digest_week (tenant_id, week, told_from, told_until, planned_at)
          values (:tenant, :week, :from, :until, :now)
          on conflict (tenant_id, week) do nothing
          """);

  /** Who has a live link now, which is not held, and wants it. */
  private static final SqlText PLAN =
      SqlText.of(
          """
          insert into guardian_digest (tenant_id, week, guardian_id, state, changed_at)
          select :tenant, :week::date, p.id,
            case when coalesce(p.email, '') = '' then 'no_address' else 'planned' end,
            :now::timestamptz
          from person p
          left join digest_preference w on w.tenant_id = :tenant and w.guardian_id = p.id
          where p.tenant_id = :tenant and coalesce(w.wanted, true)
            and p.id in (select g.viewer_id from guards g where g.tenant_id = :tenant)
          on conflict (tenant_id, week, guardian_id) do nothing
          """);

  private static final SqlText MISS =
      SqlText.of(
          """
          update guardian_digest set state = 'missed', changed_at = :now
          where tenant_id = :tenant and week < :week and state = 'planned'
          """);

  private static final SqlText FORGET =
      SqlText.of("delete from digest_week where tenant_id = :tenant and week < :before");

  private static final SqlText LOSE =
      SqlText.of(
          """
          update guardian_digest set state = 'unclear', changed_at = :now
          where tenant_id = :tenant and state = 'claimed' returning guardian_id
          """);

  private static final SqlText PLANNED =
      SqlText.of(
          """
          select count(*) from guardian_digest
          where tenant_id = :tenant and week = :week and state = 'planned'
          """);

  private static final SqlText CLAIM =
      SqlText.of(
          """
          update guardian_digest d set state = 'claimed', tries = d.tries + 1, changed_at = :now
          from digest_week w
          where w.tenant_id = :tenant and w.week = :week
            and d.tenant_id = :tenant and d.week = :week and d.guardian_id = (
            select next.guardian_id from guardian_digest next
            where next.tenant_id = :tenant and next.week = :week and next.state = 'planned'
              and next.guardian_id > :after::uuid
            order by next.guardian_id limit 1 for update)
          returning d.guardian_id, w.told_from, w.told_until
          """);

  private static final SqlText SETTLE =
      SqlText.of(
          """
          update guardian_digest set state = :state, answer = :answer, changed_at = :now
          where tenant_id = :tenant and week = :week and guardian_id = :guardian
            and state = 'claimed'
          """);

  private static final SqlText WEEKS =
      SqlText.of(
          """
          select w.week, w.told_from, w.told_until,
            count(*) filter (where d.state in ('planned', 'claimed')) as planned,
            count(*) filter (where d.state = 'sent') as sent,
            count(*) filter (where d.state = 'refused') as refused,
            count(*) filter (where d.state = 'unclear') as unclear,
            count(*) filter (where d.state = 'missed') as missed,
            count(*) filter (where d.state = 'no_address') as no_address,
            count(*) filter (where d.state = 'nothing') as nothing
          from digest_week w
          left join guardian_digest d on d.tenant_id = :tenant and d.week = w.week
          where w.tenant_id = :tenant and (:before::date is null or w.week < :before::date)
          group by w.tenant_id, w.week order by w.week desc limit :limit
          """);

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final TenantSql sql;

  @Inject
  DigestWeekStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A guardian's letter of the week, which is told as it was when the week was planned. */
  record Claimed(UUID guardian, Week week) {}

  /** Settles who gets a digest of the week, once; again changes nothing. */
  void plan(Week week, Instant now) {
    int begun =
        sql.with(BEGIN)
            .set("week", week.monday())
            .set("from", week.from())
            .set("until", week.until())
            .set("now", now)
            .update();
    if (begun == 1) {
      of(PLAN, week).set("now", now).update();
      of(MISS, week).set("now", now).update();
      sql.with(FORGET).set("before", week.monday().minusWeeks(WEEKS_KEPT)).update();
    }
  }

  /** Gives up what a dead server has claimed; answers whose they are. */
  List<UUID> lose(Instant now) {
    return sql.with(LOSE).set("now", now).list(row -> SqlCall.uuid(row, "guardian_id"));
  }

  long planned(Week week) {
    return of(PLANNED, week).first(row -> row.getLong(1)).orElse(0L);
  }

  /** The next guardian's row, in the order of ids, for this run alone. */
  Optional<Claimed> claim(Week week, @Nullable UUID after, Instant now) {
    return of(CLAIM, week)
        .set("after", after == null ? BEFORE_ALL : after)
        .set("now", now)
        .first(
            row ->
                new Claimed(
                    SqlCall.uuid(row, "guardian_id"),
                    new Week(
                        week.monday(),
                        SqlCall.instant(row, "told_from"),
                        SqlCall.instant(row, "told_until"))));
  }

  void settle(LocalDate week, UUID guardian, String state, @Nullable String answer, Instant now) {
    sql.with(SETTLE)
        .set("week", week)
        .set("guardian", guardian)
        .set("state", state)
        .set("answer", answer)
        .set("now", now)
        .update();
  }

  /** The weeks before one, the latest first. */
  List<DigestWeekView> before(@Nullable LocalDate week, int limit) {
    return sql.with(WEEKS).set("before", week).set("limit", limit).list(DigestWeekStore::view);
  }

  private SqlCall of(SqlText text, Week week) {
    return sql.with(text).set("week", week.monday());
  }

  private static DigestWeekView view(ResultSet row) throws SQLException {
    return new DigestWeekView(
        row.getObject("week", LocalDate.class),
        SqlCall.instant(row, "told_from"),
        SqlCall.instant(row, "told_until"),
        row.getLong("planned"),
        row.getLong("sent"),
        row.getLong("refused"),
        row.getLong("unclear"),
        row.getLong("missed"),
        row.getLong("no_address"),
        row.getLong("nothing"));
  }
}
