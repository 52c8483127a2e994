package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.gamification.Settlement.Row;
import org.cairn.roster.SchoolCalendar;
import org.cairn.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Writes days, earnings, ledger and profile, which always change together, in one statement. */
@Singleton
class BookStore {

  private static final SqlText WRITE =
      SqlText.of(
          """
          with calendars as (
            insert into game_calendar (tenant_id, id, zone, closed)
            select :tenant, c.id, c.zone, string_to_array(c.closed, ',')::date[]
            from unnest(:calendarIds::text[], :zones::text[], :closed::text[])
              c (id, zone, closed)
            on conflict do nothing
          ), days as (
            insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
              occurred_at, length, freezes, best)
            select :tenant, :learner, d.* from unnest(:days::date[], :counts::boolean[],
              :dayCalendars::text[], :dayEvents::text[], :dayTimes::timestamptz[],
              :lengths::integer[], :freezes::integer[], :bests::integer[]) d
            on conflict (tenant_id, learner_id, day) do update set
              length = excluded.length, freezes = excluded.freezes, best = excluded.best
          ), earnings as (
            insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis,
              grade, day, occurred_at, event_id, verified, rule_version, amount)
            select :tenant, :learner, e.* from unnest(:sources::text[], :kinds::text[],
              :categories::text[], :reasons::text[], :bases::integer[], :grades::text[],
              :earnedOn::date[], :times::timestamptz[], :events::text[], :verified::boolean[],
              :versions::text[], :owed::integer[]) e
            on conflict (tenant_id, learner_id, source) do update set
              category = excluded.category, reason = excluded.reason, basis = excluded.basis,
              grade = excluded.grade, day = excluded.day, occurred_at = excluded.occurred_at,
              event_id = excluded.event_id, verified = excluded.verified,
              rule_version = excluded.rule_version, amount = excluded.amount
          ), ledger as (
            insert into xp_transaction (tenant_id, id, learner_id, recorded_at, note, number,
              source, revision, type, category, reason, amount, waived, balance_after, verified,
              rule_version, event_id, occurred_at, kind, basis, grade, day, streak, owed)
            select :tenant, r.id, :learner, :now, :note, r.number, r.source, r.revision, r.type,
              r.category, r.reason, r.amount, r.waived, r.balance, r.verified, r.version,
              r.event, r.occurred_at, r.kind, r.basis, r.grade, r.day, r.streak, r.owed
            from unnest(:rowIds::uuid[], :numbers::bigint[], :rowSources::text[],
              :revisions::integer[], :types::text[], :rowCategories::text[], :rowReasons::text[],
              :amounts::integer[], :waived::integer[], :balances::bigint[],
              :rowVerified::boolean[], :rowVersions::text[], :rowEvents::text[],
              :rowTimes::timestamptz[], :rowKinds::text[], :rowBases::integer[],
              :rowGrades::text[], :rowDays::date[], :streaks::integer[], :rowOwed::integer[])
              r (id, number, source, revision, type, category, reason, amount, waived, balance,
                verified, version, event, occurred_at, kind, basis, grade, day, streak, owed)
          )
          insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
          select :tenant, :learner, :lifetime, :balance, :transactions
          where :changed
          on conflict (tenant_id, learner_id) do update set lifetime_xp = excluded.lifetime_xp,
            balance = excluded.balance, transactions = excluded.transactions
          """);

  private final TenantSql sql;

  @Inject
  BookStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Writes what changed.
   *
   * @param note what a person gave as the reason
   */
  void write(ActingLearner learner, Changes changes, @Nullable String note, Instant now) {
    List<Row> rows = changes.settlement().rows();
    SqlCall call =
        sql.with(WRITE)
            .set("learner", learner.id())
            .set("note", note)
            .set("now", now)
            .set("changed", !rows.isEmpty())
            .set("lifetime", changes.settlement().lifetimeXp())
            .set("balance", changes.settlement().balance())
            .set("transactions", rows.isEmpty() ? 0L : rows.get(rows.size() - 1).number());
    setDays(call, changes.days());
    setEarnings(call, changes.dues());
    setRows(call, rows);
    setFacts(call, rows);
    call.update();
  }

  private static void setDays(SqlCall call, List<Judged> days) {
    List<SchoolCalendar> calendars =
        days.stream().map(day -> day.active().calendar()).distinct().toList();
    call.setEach("calendarIds", calendars, BookStore::idOf)
        .setEach("zones", calendars, calendar -> calendar.zone().getId())
        .setEach("closed", calendars, BookStore::closed)
        .setEach("days", days, Judged::day)
        .setEach("counts", days, day -> day.active().counts())
        .setEach("dayCalendars", days, day -> idOf(day.active().calendar()))
        .setEach("dayEvents", days, day -> day.active().eventId())
        .setEach("dayTimes", days, day -> day.active().occurredAt())
        .setEach("lengths", days, day -> day.after().length())
        .setEach("freezes", days, day -> day.after().freezes())
        .setEach("bests", days, day -> day.after().best());
  }

  private static void setEarnings(SqlCall call, List<XpDue> dues) {
    call.setEach("sources", dues, XpDue::source)
        .setEach("kinds", dues, due -> due.earning().kind())
        .setEach("categories", dues, due -> due.earning().category())
        .setEach("reasons", dues, due -> due.earning().reason())
        .setEach("bases", dues, due -> due.earning().basis())
        .setEach("grades", dues, due -> due.earning().grade())
        .setEach("earnedOn", dues, due -> due.earning().day())
        .setEach("times", dues, due -> due.earning().occurredAt())
        .setEach("events", dues, due -> due.earning().eventId())
        .setEach("verified", dues, due -> due.earning().verified())
        .setEach("versions", dues, due -> due.earning().ruleVersion())
        .setEach("owed", dues, XpDue::amount);
  }

  private static void setRows(SqlCall call, List<Row> rows) {
    call.setEach("rowIds", rows, row -> Ids.next())
        .setEach("numbers", rows, Row::number)
        .setEach("rowSources", rows, row -> row.due().source())
        .setEach("revisions", rows, Row::revision)
        .setEach("types", rows, Row::type)
        .setEach("rowReasons", rows, Row::reason)
        .setEach("amounts", rows, Row::amount)
        .setEach("waived", rows, Row::waived)
        .setEach("balances", rows, Row::balanceAfter)
        .setEach("rowEvents", rows, Row::eventId)
        .setEach("streaks", rows, row -> row.due().streak())
        .setEach("rowOwed", rows, row -> row.due().amount());
  }

  private static void setFacts(SqlCall call, List<Row> rows) {
    List<Earning> facts = rows.stream().map(row -> row.due().earning()).toList();
    call.setEach("rowCategories", facts, Earning::category)
        .setEach("rowVerified", facts, Earning::verified)
        .setEach("rowVersions", facts, Earning::ruleVersion)
        .setEach("rowTimes", facts, Earning::occurredAt)
        .setEach("rowKinds", facts, Earning::kind)
        .setEach("rowBases", facts, Earning::basis)
        .setEach("rowGrades", facts, Earning::grade)
        .setEach("rowDays", facts, Earning::day);
  }

  /** The content names the calendar: the same again is the same row. */
  private static String idOf(SchoolCalendar calendar) {
    String content = calendar.zone() + " " + closed(calendar);
    return UUID.nameUUIDFromBytes(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static String closed(SchoolCalendar calendar) {
    return new TreeSet<>(calendar.closed())
        .stream().map(LocalDate::toString).collect(Collectors.joining(","));
  }
}
