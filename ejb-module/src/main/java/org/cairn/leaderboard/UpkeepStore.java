package org.cairn.leaderboard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Remembers how learners stand when a day begins, for trends. */
@Singleton
class UpkeepStore {

  /** The entries that stand otherwise than remembered, or whose streak has ended. */
  private static final String OTHERWISE =
      """
       from leaderboard_entry e
      left join leaderboard_standing s on s.tenant_id = :tenant and s.learner_id = e.learner_id
      where e.tenant_id = :tenant
        and (e.streak > 0 and e.streak_until <= :now or not e.listed and s.xp is not null
          or e.listed and (s.xp, s.streak, s.term, s.term_xp, s.week, s.week_xp, s.achievements,
            s.school_id, s.grade, s.career) is distinct from (e.xp, e.streak, e.term, e.term_xp,
            e.week, e.week_xp, e.achievements, e.school_id, e.grade, e.career))
      """;

  private static final SqlText PAGE =
      SqlText.of(
          "select e.learner_id"
              + OTHERWISE
              + """
                 and (:after::uuid is null or e.learner_id > :after::uuid)
                order by e.learner_id limit :limit
                """);

  private static final SqlText TOTAL = SqlText.of("select count(*)" + OTHERWISE);

  private static final SqlText END_STREAKS =
      SqlText.of(
          """
          with ended as materialized (
            select e.learner_id from leaderboard_entry e
            where e.tenant_id = :tenant and e.learner_id = any(:learners::uuid[])
              and e.streak > 0 and e.streak_until <= :now
            order by e.learner_id for update
          )
          update leaderboard_entry e set streak = 0 from ended
          where e.tenant_id = :tenant and e.learner_id = ended.learner_id
          """);

  private static final SqlText REMEMBER =
      SqlText.of(
          """
          insert into leaderboard_standing (tenant_id, learner_id, school_id, grade, career, xp,
            streak, term, term_xp, week, week_xp, achievements)
          select :tenant, e.learner_id, e.school_id, e.grade, e.career, e.xp, e.streak, e.term,
            e.term_xp, e.week, e.week_xp, e.achievements
          from leaderboard_entry e
          where e.tenant_id = :tenant and e.learner_id = any(:learners::uuid[]) and e.listed
          on conflict (tenant_id, learner_id) do update set school_id = excluded.school_id,
            grade = excluded.grade, career = excluded.career, xp = excluded.xp,
            streak = excluded.streak, term = excluded.term, term_xp = excluded.term_xp,
            week = excluded.week, week_xp = excluded.week_xp,
            achievements = excluded.achievements
          """);

  private static final SqlText FORGET =
      SqlText.of(
          """
          delete from leaderboard_standing s
          where s.tenant_id = :tenant and s.learner_id = any(:learners::uuid[])
            and not exists (select from leaderboard_entry e
              where e.tenant_id = :tenant and e.learner_id = s.learner_id and e.listed)
          """);

  /** Without its key, a former term's pseudonym tells nobody any more. */
  private static final SqlText FORGET_KEYS =
      SqlText.of(
          """
          delete from leaderboard_key k where k.tenant_id = :tenant and k.term < (
            select max(t.start_date) from term_start t
            where t.tenant_id = :tenant and t.start_date < :day)
          """);

  private final TenantSql sql;

  @Inject
  UpkeepStore(TenantSql sql) {
    this.sql = sql;
  }

  long total(Instant now) {
    return sql.with(TOTAL).set("now", now).first(row -> row.getLong(1)).orElse(0L);
  }

  List<UUID> page(@Nullable String after, int limit, Instant now) {
    return sql.with(PAGE)
        .set("after", after)
        .set("limit", limit)
        .set("now", now)
        .list(row -> SqlCall.uuid(row, "learner_id"));
  }

  void remember(List<UUID> learners, Instant now) {
    sql.with(END_STREAKS).set("learners", learners).set("now", now).update();
    sql.with(REMEMBER).set("learners", learners).update();
    sql.with(FORGET).set("learners", learners).update();
  }

  /** Forgets what terms before the one of the day were told by. */
  void forgetKeys(LocalDate day) {
    sql.with(FORGET_KEYS).set("day", day).update();
  }
}
