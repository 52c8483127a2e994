package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;

/** Reads days with verified activity, with the school's calendar; {@link LedgerStore} writes. */
@Singleton
class DayStore {

  private static final SqlText READ =
      SqlText.of(
          """
          select s.grade, s.zone, array_to_string(s.days, ',') as closed,
            p.lifetime_xp, p.balance, p.transactions,
            (select max(e.day) from xp_earning e
             where e.tenant_id = :tenant and e.learner_id = :learner) as last_earning,
            d.day, d.counts, d.event_id, d.occurred_at, d.length, d.freezes, d.best,
            d.calendar_id, c.zone as day_zone, array_to_string(c.closed, ',') as day_closed
          from (values (1)) one
          left join schooling s on s.tenant_id = :tenant and s.learner_id = :learner
          left join game_profile p on p.tenant_id = :tenant and p.learner_id = :learner
          left join lateral (
            (select * from game_day d
             where d.tenant_id = :tenant and d.learner_id = :learner and d.day < :from
             order by d.day desc limit 1)
            union all
            select * from game_day d
            where d.tenant_id = :tenant and d.learner_id = :learner and d.day >= :from
          ) d on true
          left join game_calendar c on c.tenant_id = :tenant and c.id = d.calendar_id
          """);

  /** Where the roster knows no zone. */
  static final ZoneId LAST_RESORT = ZoneId.of("UTC");

  private final TenantSql sql;

  @Inject
  DayStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The learner's days from one on, and the one before. */
  Game read(ActingLearner learner, LocalDate from) {
    return read(learner.id(), from);
  }

  /** The same for a reader. */
  Game read(VisibleLearner learner, LocalDate from) {
    return read(learner.id(), from);
  }

  private Game read(UUID learner, LocalDate from) {
    List<Judged> days = new ArrayList<>();
    Map<String, SchoolCalendar> calendars = new HashMap<>();
    return sql
        .with(READ)
        .set("learner", learner)
        .set("from", from)
        .list(
            row -> {
              day(row, calendars).ifPresent(days::add);
              return new Game(
                  Game.calendar(row.getString("zone"), row.getString("closed")),
                  row.getString("grade"),
                  new Account(
                      row.getLong("lifetime_xp"),
                      row.getLong("balance"),
                      row.getLong("transactions"),
                      Map.of()),
                  new ActiveDays(days),
                  row.getObject("last_earning", LocalDate.class));
            })
        .stream()
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static Optional<Judged> day(ResultSet row, Map<String, SchoolCalendar> calendars)
      throws SQLException {
    LocalDate day = row.getObject("day", LocalDate.class);
    if (day == null) {
      return Optional.empty();
    }
    String id = row.getString("calendar_id");
    SchoolCalendar calendar = calendars.get(id);
    if (calendar == null) {
      calendar = Game.calendar(row.getString("day_zone"), row.getString("day_closed"));
      calendars.put(id, calendar);
    }
    return Optional.of(
        new Judged(
            new ActiveDay(
                day,
                calendar,
                row.getBoolean("counts"),
                row.getString("event_id"),
                SqlCall.instant(row, "occurred_at")),
            new Streak(day, row.getInt("length"), row.getInt("freezes"), row.getInt("best"))));
  }
}
