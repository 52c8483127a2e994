package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.ProfileRecords.Copy;
import org.jspecify.annotations.Nullable;

/**
 * Copies profiles with their ledgers as lines of JSON: PostgreSQL writes them, and nobody takes
 * them apart on the way. Each learner's line is of one moment.
 */
@Singleton
class RecordStore {

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  /** How much a page holds at most, in profiles and in rows of ledgers. */
  private static final int PROFILES = 2_000;

  private static final int ROWS = 10_000;

  private static final SqlText EDGES =
      SqlText.of(
          """
          select learner_id from (
            select learner_id, transactions + 1 as own,
              sum(transactions + 1) over (order by learner_id) as upto
            from game_profile where tenant_id = :tenant
          ) p
          where div(upto, :rows) > div(upto - own, :rows) order by learner_id
          """);

  /** What row_to_json would write, in less time: two thirds of a backup is this. */
  private static final String LEDGER_ROW =
      """
      concat('{"id":"', id, '","number":', number, ',"source":', to_json(source),
        ',"revision":', revision, ',"type":"', type, '","category":"', category,
        '","reason":', to_json(reason), ',"amount":', amount, ',"waived":', waived,
        ',"balance_after":', balance_after, ',"verified":', verified::text,
        ',"rule_version":', to_json(rule_version), ',"event_id":', to_json(event_id),
        ',"occurred_at":', to_json(occurred_at), ',"recorded_at":', to_json(recorded_at),
        ',"note":' || to_json(note)::text, ',"kind":' || to_json(kind)::text,
        ',"basis":' || basis, ',"grade":' || to_json(grade)::text, ',"day":"' || day || '"',
        ',"streak":' || streak, ',"owed":' || owed, '}')
      """;

  private static final String EARNING =
      """
      concat('{"source":', to_json(source), ',"kind":"', kind, '","category":"', category,
        '","reason":', to_json(reason), ',"basis":', basis, ',"grade":' || to_json(grade)::text,
        ',"day":"', day, '","occurred_at":', to_json(occurred_at), ',"event_id":',
        to_json(event_id), ',"verified":', verified::text, ',"rule_version":',
        to_json(rule_version), ',"amount":', amount, '}')
      """;

  /** One learner's rows go into one line, however many they are. */
  private static final SqlText COPY =
      SqlText.of(
          """
          with near as (
            select learner_id, lifetime_xp, balance, transactions,
              sum(transactions + 1) over (order by learner_id) as weight
            from (
              select learner_id, lifetime_xp, balance, transactions from game_profile
              where tenant_id = :tenant and learner_id > :after and learner_id <= :until
              order by learner_id limit :profiles
            ) next
          )
          select string_agg(line.text, E'\\n' order by p.learner_id) || E'\\n' as lines,
            count(*) as profiles, coalesce(sum(p.transactions), 0)::bigint as rows,
            (array_agg(p.learner_id order by p.learner_id desc))[1] as last
          from near p
          cross join lateral (
            select '{"learner":"' || p.learner_id || '","lifetimeXp":' || p.lifetime_xp
              || ',"balance":' || p.balance || ',"transactions":' || p.transactions
              || ',"ledger":[' || coalesce((
                select string_agg(LEDGER_ROW, ',') from (
                  select * from xp_transaction
                  where tenant_id = :tenant and learner_id = p.learner_id
                    and number <= p.transactions
                  order by number
                ) x), '')
              || '],"earnings":[' || coalesce((
                select string_agg(EARNING, ',') from (
                  select * from xp_earning where tenant_id = :tenant and learner_id = p.learner_id
                  order by source
                ) e), '')
              || '],"days":[' || coalesce((
                select string_agg(row_to_json(d)::text, ',') from (
                  select day, counts, calendar_id, event_id, occurred_at, length, freezes, best
                  from game_day where tenant_id = :tenant and learner_id = p.learner_id
                  order by day
                ) d), '')
              || ']}' as text
          ) line
          where p.weight <= :rows or p.weight = p.transactions + 1
          """
              .replace("LEDGER_ROW", LEDGER_ROW)
              .replace("EARNING", EARNING));

  private static final SqlText CALENDARS =
      SqlText.of(
          """
          select string_agg(row_to_json(c)::text, E'\\n') || E'\\n' as lines from (
            select id as calendar, zone, closed from game_calendar where tenant_id = :tenant
            order by id
          ) c
          """);

  private static final SqlText ADD_CALENDARS =
      SqlText.of(
          """
          insert into game_calendar (tenant_id, id, zone, closed)
          select :tenant, c.calendar, c.zone, c.closed
          from jsonb_to_recordset(:lines::jsonb) c (calendar text, zone text, closed date[])
          on conflict do nothing
          """);

  /**
   * What there is of the lines' learners: how much of the copy's ledger, whether any of it is other
   * than the copy, and whether the profile, something owed or a day is not there.
   */
  private static final SqlText PRESENT =
      SqlText.of(
          """
          select l.learner, l.transactions, x.rows, x.others, p.learner_id is null
            or exists (
              select from jsonb_to_recordset(l.earnings) e (source text)
              left join xp_earning owed on owed.tenant_id = :tenant
                and owed.learner_id = l.learner and owed.source = e.source
              where owed.source is null)
            or exists (
              select from jsonb_to_recordset(l.days) d (day date)
              left join game_day active on active.tenant_id = :tenant
                and active.learner_id = l.learner and active.day = d.day
              where active.day is null) as lacks
          from jsonb_to_recordset(:lines::jsonb) l (learner uuid, transactions bigint,
            ledger jsonb, earnings jsonb, days jsonb)
          left join game_profile p on p.tenant_id = :tenant and p.learner_id = l.learner
          cross join lateral (
            select count(*) as rows, count(*) filter (where b.id is null) as others
            from xp_transaction t
            left join jsonb_to_recordset(l.ledger) b (id uuid, number bigint)
              on b.id = t.id and b.number = t.number
            where t.tenant_id = :tenant and t.learner_id = l.learner
              and t.number <= l.transactions
          ) x
          """);

  private static final SqlText ADD_LEDGER =
      SqlText.of(
          """
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, waived, balance_after, verified, rule_version, event_id,
            occurred_at, recorded_at, note, kind, basis, grade, day, streak, owed)
          select :tenant, x.id, l.learner, x.number, x.source, x.revision, x.type, x.category,
            x.reason, x.amount, x.waived, x.balance_after, x.verified, x.rule_version, x.event_id,
            x.occurred_at, x.recorded_at, x.note, x.kind, x.basis, x.grade, x.day, x.streak, x.owed
          from jsonb_to_recordset(:lines::jsonb) l (learner uuid, ledger jsonb)
          cross join lateral jsonb_to_recordset(l.ledger) x (id uuid, number bigint, source text,
            revision integer, type text, category text, reason text, amount integer,
            waived integer, balance_after bigint, verified boolean, rule_version text,
            event_id text, occurred_at timestamptz, recorded_at timestamptz, note text, kind text,
            basis integer, grade text, day date, streak integer, owed integer)
          where l.learner = any(:learners::uuid[])
          on conflict do nothing
          """);

  private static final SqlText ADD_EARNINGS =
      SqlText.of(
          """
          insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis,
            grade, day, occurred_at, event_id, verified, rule_version, amount)
          select :tenant, l.learner, e.source, e.kind, e.category, e.reason, e.basis, e.grade,
            e.day, e.occurred_at, e.event_id, e.verified, e.rule_version, e.amount
          from jsonb_to_recordset(:lines::jsonb) l (learner uuid, earnings jsonb)
          cross join lateral jsonb_to_recordset(l.earnings) e (source text, kind text,
            category text, reason text, basis integer, grade text, day date,
            occurred_at timestamptz, event_id text, verified boolean, rule_version text,
            amount integer)
          where l.learner = any(:learners::uuid[])
          on conflict do nothing
          """);

  private static final SqlText ADD_DAYS =
      SqlText.of(
          """
          insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
            occurred_at, length, freezes, best)
          select :tenant, l.learner, d.day, d.counts, d.calendar_id, d.event_id, d.occurred_at,
            d.length, d.freezes, d.best
          from jsonb_to_recordset(:lines::jsonb) l (learner uuid, days jsonb)
          cross join lateral jsonb_to_recordset(l.days) d (day date, counts boolean,
            calendar_id text, event_id text, occurred_at timestamptz, length integer,
            freezes integer, best integer)
          where l.learner = any(:learners::uuid[])
          on conflict do nothing
          """);

  /** As the copy has it; where the ledger goes on behind the copy, as the ledger adds up. */
  private static final SqlText ADD_PROFILES =
      SqlText.of(
          """
          insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
          select :tenant, l.learner,
            case when x.rows > l.transactions then x.earned else l."lifetimeXp" end,
            case when x.rows > l.transactions then x.sum else l.balance end,
            greatest(x.rows, l.transactions)
          from jsonb_to_recordset(:lines::jsonb)
            l (learner uuid, "lifetimeXp" bigint, balance bigint, transactions bigint)
          cross join lateral (
            select count(*) as rows, coalesce(sum(amount), 0) as sum,
              coalesce(sum(amount - waived) filter (where type <> 'SPENT'), 0) as earned
            from xp_transaction where tenant_id = :tenant and learner_id = l.learner
          ) x
          where l.learner = any(:learners::uuid[])
          on conflict do nothing
          """);

  private final TenantSql sql;

  @Inject
  RecordStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What there is of a line's learner.
   *
   * @param copied how many rows the copy's ledger has
   * @param rows how many rows the ledger there has of those numbers that the copy has
   * @param others those of them that the copy has otherwise
   * @param lacks whether the profile, something owed or a day of the copy is not there
   */
  record Present(UUID learner, long copied, long rows, long others, boolean lacks) {}

  /** The learners at whom another so many rows are full. */
  List<UUID> edges(int rows) {
    return sql.with(EDGES).set("rows", rows).list(row -> SqlCall.uuid(row, "learner_id"));
  }

  /** The lines behind a learner, as many as a page holds. */
  Copy copy(@Nullable UUID after, @Nullable UUID until) {
    return sql.with(COPY)
        .set("after", after == null ? FIRST : after)
        .set("until", until == null ? LAST : until)
        .set("profiles", PROFILES)
        .set("rows", ROWS)
        .first(
            row ->
                new Copy(
                    row.getBytes("lines"),
                    row.getLong("profiles"),
                    row.getLong("rows"),
                    row.getObject("last", UUID.class)))
        .orElseThrow();
  }

  byte @Nullable [] calendars() {
    return sql.with(CALENDARS).list(row -> row.getBytes("lines")).get(0);
  }

  void addCalendars(String lines) {
    sql.with(ADD_CALENDARS).set("lines", lines).update();
  }

  List<Present> present(String lines) {
    return sql.with(PRESENT)
        .set("lines", lines)
        .list(
            row ->
                new Present(
                    SqlCall.uuid(row, "learner"),
                    row.getLong("transactions"),
                    row.getLong("rows"),
                    row.getLong("others"),
                    row.getBoolean("lacks")));
  }

  /** Adds what is missing of these learners; answers how many rows of ledgers that was. */
  long add(String lines, Collection<UUID> learners) {
    long added = call(ADD_LEDGER, lines, learners).update();
    call(ADD_EARNINGS, lines, learners).update();
    call(ADD_DAYS, lines, learners).update();
    call(ADD_PROFILES, lines, learners).update();
    return added;
  }

  private SqlCall call(SqlText text, String lines, Collection<UUID> learners) {
    return sql.with(text).set("lines", lines).set("learners", learners);
  }
}
