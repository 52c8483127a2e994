package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.roster.SchoolCalendar;
import org.cairn.streak.Streak;

/** Reads how learners' streaks stood on their latest active days, many at a time. */
@Singleton
class StreakStore {

  private static final SqlText LATEST =
      SqlText.of(
          """
          select l.id, d.day, d.length, d.freezes, d.best, s.zone,
            array_to_string(s.days, ',') as closed
          from unnest(:learners::uuid[]) l (id)
          join lateral (
            select d.day, d.length, d.freezes, d.best from game_day d
            where d.tenant_id = :tenant and d.learner_id = l.id
            order by d.day desc limit 1) d on true
          left join schooling s on s.tenant_id = :tenant and s.learner_id = l.id
          """);

  private final TenantSql sql;

  @Inject
  StreakStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A streak after its latest active day, and the calendar as it is now. */
  record Latest(UUID learnerId, Streak streak, SchoolCalendar calendar) {}

  List<Latest> latest(Collection<UUID> learners) {
    return sql.with(LATEST)
        .set("learners", learners)
        .list(
            row ->
                new Latest(
                    SqlCall.uuid(row, "id"),
                    new Streak(
                        row.getObject("day", LocalDate.class),
                        row.getInt("length"),
                        row.getInt("freezes"),
                        row.getInt("best")),
                    Game.calendar(row.getString("zone"), row.getString("closed"))));
  }
}
