package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.gamification.XpSettled;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.journey.JourneyStarted;

/** Keeps a learner's entry, under the learner's lock. */
@Singleton
class EntryStore {

  /**
   * What was earned in the latest term and week that anything was earned in: a change of an earlier
   * one matters only where the entry still stands there.
   */
  private static final String EARNED =
      """
      with earned as (
        select t.term, t.week,
          (select coalesce(sum(d.change), 0) from unnest(:days::date[], :changes::bigint[])
            d (day, change) where d.day >= t.term)::bigint as term_xp,
          (select coalesce(sum(d.change), 0) from unnest(:days::date[], :changes::bigint[])
            d (day, change) where d.day >= t.week)::bigint as week_xp
        from (
          select coalesce(max(s.start_date), '-infinity'::date) as term,
            coalesce(:week::date, '-infinity'::date) as week
          from term_start s where s.tenant_id = :tenant and s.start_date <= :day::date
        ) t
      )
      """;

  private static final SqlText SETTLE =
      SqlText.of(
          EARNED
              + """
                update leaderboard_entry e set xp = :xp,
                  streak = coalesce(:streak::bigint, e.streak),
                  streak_until = coalesce(:until::timestamptz, e.streak_until),
                  term = greatest(e.term, n.term),
                  term_xp = case when e.term > n.term then e.term_xp
                    when e.term = n.term then e.term_xp + n.term_xp else n.term_xp end,
                  week = greatest(e.week, n.week),
                  week_xp = case when e.week > n.week then e.week_xp
                    when e.week = n.week then e.week_xp + n.week_xp else n.week_xp end
                from earned n
                where e.tenant_id = :tenant and e.learner_id = :learner
                """);

  private static final SqlText ENTER =
      SqlText.of(
          EARNED
              + """
                insert into leaderboard_entry (tenant_id, learner_id, listed, school_id, grade, xp,
                  streak, streak_until, term, term_xp, week, week_xp)
                select :tenant, c.learner_id, c.listed, c.school_id, c.grade, :xp,
                  coalesce(:streak::bigint, 0), coalesce(:until::timestamptz, '-infinity'),
                  n.term, n.term_xp, n.week, n.week_xp
                from leaderboard_candidate c cross join earned n
                where c.tenant_id = :tenant and c.learner_id = :learner
                on conflict do nothing
                """);

  private static final SqlText LEAD =
      SqlText.of(
          """
          insert into leaderboard_entry (tenant_id, learner_id, listed, school_id, grade, career,
            companion, career_at)
          select :tenant, c.learner_id, c.listed, c.school_id, c.grade, :career, :companion,
            :at::timestamptz
          from leaderboard_candidate c where c.tenant_id = :tenant and c.learner_id = :learner
          on conflict (tenant_id, learner_id) do update set career = excluded.career,
            companion = excluded.companion, career_at = excluded.career_at
          where leaderboard_entry.career_at <= excluded.career_at
          """);

  private static final SqlText ACHIEVE =
      SqlText.of(
          """
          insert into leaderboard_entry (tenant_id, learner_id, listed, school_id, grade,
            achievements)
          select :tenant, c.learner_id, c.listed, c.school_id, c.grade, :achievements
          from leaderboard_candidate c where c.tenant_id = :tenant and c.learner_id = :learner
          on conflict (tenant_id, learner_id) do update set achievements = excluded.achievements
          """);

  private final TenantSql sql;

  @Inject
  EntryStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Has the entry say what the learner has now; most often there is one. */
  void settle(ActingLearner learner, XpSettled settled) {
    if (settle(SETTLE, learner, settled) == 0 && settle(ENTER, learner, settled) == 0) {
      settle(SETTLE, learner, settled);
    }
  }

  /** Has the entry say where the learner's latest journey leads. */
  void lead(ActingLearner learner, JourneyStarted journey) {
    sql.with(LEAD)
        .set("learner", learner.id())
        .set("career", journey.career())
        .set("companion", journey.companion())
        .set("at", journey.startedAt())
        .update();
  }

  /** Has the entry say how many achievements the learner has. */
  void achieve(ActingLearner learner, long achievements) {
    sql.with(ACHIEVE).set("learner", learner.id()).set("achievements", achievements).update();
  }

  private int settle(SqlText text, ActingLearner learner, XpSettled settled) {
    TreeMap<LocalDate, Long> earned = new TreeMap<>(settled.earned());
    LocalDate latest = earned.isEmpty() ? null : earned.lastKey();
    StreakStood streak = settled.streak();
    SqlCall call =
        sql.with(text)
            .set("learner", learner.id())
            .set("xp", settled.lifetimeXp())
            .set("streak", streak == null ? null : streak.days())
            .set("until", streak == null ? null : streak.until())
            .set("day", latest)
            .set("week", latest == null ? null : Board.mondayOf(latest))
            .set("days", List.copyOf(earned.keySet()))
            .set("changes", List.copyOf(earned.values()));
    return call.update();
  }
}
