package org.cairn.achievement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.achievement.Count.Unlock;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.content.Subject;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.gamification.XpSettled.Trigger;
import org.jspecify.annotations.Nullable;

/** Counts what conditions ask for, and keeps what was unlocked. */
@Singleton
class AchievementStore {

  /**
   * One read for all conditions: each names what is counted, and nothing else is looked at. The
   * lessons and the skills are read once at most.
   */
  private static final String COUNTS =
      """
      with lessons as materialized (
        select l.career, l.score, l.perfect, l.time_spent, l.expected_time from completed_lesson l
        where l.tenant_id = :tenant and l.learner_id = :learner
      ), skills as materialized (
        select s.subject, s.completed_at from mastered_skill s
        where s.tenant_id = :tenant and s.learner_id = :learner
      ), given as (
        select * from unnest(:keys::text[], :counts::text[], :subjects::text[], :events::text[],
          :scores::integer[], :percents::integer[], :days::integer[]) with ordinality
          g (achievement, kind, subject, event, score, percent, days, place)
      )
      select g.place, u.achievement, u.xp, u.rule_version, u.event_id, u.unlocked_at, case g.kind
        when 'lessons' then (select count(*) from lessons)
        when 'perfect-lessons' then (select count(*) from lessons where perfect)
        when 'fast-lessons' then (select count(*) from lessons where score >= g.score
          and time_spent > 0 and 100 * time_spent < g.percent * expected_time::bigint)
        when 'careers' then (select count(distinct career) from lessons)
        when 'skills' then (select count(*) from skills
          where g.subject is null or subject = g.subject)
        when 'skills-in-each-subject' then (
          select min(each.number) from (
            select count(k.subject) as number from unnest(:allSubjects::text[]) s (label)
            left join skills k on k.subject = s.label group by s.label) each)
        when 'skills-in-days' then (
          select coalesce(max(near.number), 0) from (
            select (select count(*) from skills b where b.completed_at <= a.completed_at
              and b.completed_at > a.completed_at - make_interval(hours => 24 * g.days)) as number
            from skills a) near)
        when 'events' then (select coalesce(sum(d.times), 0) from achievement_deed d
          where d.tenant_id = :tenant and d.learner_id = :learner and d.event_name = g.event)
        when 'streak-days' then (select coalesce(max(b.days), 0) from best_streak b
          where b.tenant_id = :tenant and b.learner_id = :learner)
        when 'level' then (select coalesce(max(x.xp), 0) from lifetime_xp x
          where x.tenant_id = :tenant and x.learner_id = :learner)
        end as number
      from given g
      left join achievement_unlocked u on u.tenant_id = :tenant and u.learner_id = :learner
        and u.achievement = g.achievement
      """;

  private static final SqlText ALL = SqlText.of(COUNTS + " order by g.place");

  private static final SqlText LOCKED =
      SqlText.of(COUNTS + " where u.achievement is null order by g.place");

  /** How many there are now; whoever else asked for the same has been faster. */
  private static final SqlText UNLOCK =
      SqlText.of(
          """
          with added as (
            insert into achievement_unlocked (tenant_id, learner_id, achievement, xp, rule_version,
              event_id, unlocked_at, recorded_at)
            select :tenant, :learner, a.achievement, a.xp, :version, :event, :at, :now
            from unnest(:keys::text[], :xp::integer[]) a (achievement, xp)
            on conflict do nothing
            returning achievement
          )
          select (select count(*) from added) + count(*) as number from achievement_unlocked
          where tenant_id = :tenant and learner_id = :learner
          """);

  private static final SqlText UNLOCKED =
      SqlText.of(
          """
          select achievement, xp, rule_version, event_id, unlocked_at from achievement_unlocked
          where tenant_id = :tenant and learner_id = :learner
          order by unlocked_at desc, achievement
          """);

  private static final SqlText DO =
      SqlText.of(
          """
          insert into achievement_deed (tenant_id, learner_id, event_name, times)
          select :tenant, :learner, d.event_name, d.times
          from unnest(:names::text[], :times::integer[]) d (event_name, times)
          on conflict (tenant_id, learner_id, event_name)
            do update set times = achievement_deed.times + excluded.times
          """);

  private final TenantSql sql;

  @Inject
  AchievementStore(TenantSql sql) {
    this.sql = sql;
  }

  /** What is still locked. */
  List<Count> locked(ActingLearner learner, Terms terms) {
    return counts(LOCKED, learner.id(), terms);
  }

  /** All achievements of the rules. */
  List<Count> all(VisibleLearner learner, Terms terms) {
    return counts(ALL, learner.id(), terms);
  }

  /** What was unlocked, the latest first, whether the rules still have it or not. */
  List<Unlock> unlocked(VisibleLearner learner) {
    return sql.with(UNLOCKED).set("learner", learner.id()).list(AchievementStore::unlock);
  }

  /**
   * Unlocks what is not yet.
   *
   * @return how many there are then
   */
  long unlock(
      ActingLearner learner, String version, List<Achievement> news, Trigger by, Instant now) {
    return sql.with(UNLOCK)
        .set("learner", learner.id())
        .set("version", version)
        .set("event", by.eventId())
        .set("at", by.effectiveAt())
        .set("now", now)
        .setEach("keys", news, Achievement::key)
        .setEach("xp", news, Achievement::xp)
        .first(row -> row.getLong("number"))
        .orElseThrow();
  }

  /** Counts events by their names. */
  void count(ActingLearner learner, Map<String, Integer> times) {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(times.entrySet());
    sql.with(DO)
        .set("learner", learner.id())
        .setEach("names", entries, Map.Entry::getKey)
        .setEach("times", entries, Map.Entry::getValue)
        .update();
  }

  private List<Count> counts(SqlText text, UUID learner, Terms terms) {
    List<Achievement> all = terms.achievements();
    return sql.with(text)
        .set("learner", learner)
        .set("allSubjects", List.of(Subject.values()).stream().map(Subject::label).toList())
        .setEach("keys", all, Achievement::key)
        .setEach("counts", all, each -> each.condition().count())
        .setEach("subjects", all, each -> each.condition().subject())
        .setEach("events", all, each -> each.condition().event())
        .setEach("scores", all, each -> each.condition().score())
        .setEach("percents", all, each -> each.condition().percentOfTime())
        .setEach("days", all, each -> each.condition().days())
        .list(
            row -> new Count(all.get(row.getInt("place") - 1), row.getLong("number"), orNull(row)));
  }

  private static @Nullable Unlock orNull(ResultSet row) throws SQLException {
    return row.getString("achievement") == null ? null : unlock(row);
  }

  private static Unlock unlock(ResultSet row) throws SQLException {
    return new Unlock(
        row.getString("achievement"),
        row.getInt("xp"),
        row.getString("rule_version"),
        row.getString("event_id"),
        SqlCall.instant(row, "unlocked_at"));
  }
}
