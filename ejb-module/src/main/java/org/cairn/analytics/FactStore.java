package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Takes in facts: as rows of their month's partition, or right into the month's sums. */
@Singleton
class FactStore {

  private static final String GIVEN =
      """
      unnest(:months::date[], :learners::uuid[], :positions::bigint[], :ats::timestamptz[],
        :cohorts::date[], :schools::uuid[], :grades::text[], :careers::text[], :companions::text[],
        :containers::text[], :subjects::text[], :skills::text[], :started::integer[],
        :completed::integer[], :journeyScores::bigint[], :durations::integer[], :seconds::bigint[],
        :attempted::integer[], :firstTries::integer[], :firstRight::integer[], :lessons::integer[],
        :lessonScores::bigint[], :mastered::integer[], :ended::integer[])
        as e (month, learner_id, position, at, cohort, school_id, grade, career, companion,
          container, subject, skill_id, started, completed, journey_score, duration, seconds,
          attempted, first_tries, first_right, lessons, lesson_score, mastered, containers)
      """;

  private static final String COLUMNS =
      """
      e.cohort, e.school_id, e.grade, e.career, e.companion, e.container, e.subject, e.skill_id
      """;

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into analytics_event (tenant_id, month, learner_id, position, at, cohort, school_id,
            grade, career, companion, container, subject, skill_id, started, completed,
            journey_score, duration, seconds, attempted, first_tries, first_right, lessons,
            lesson_score, mastered, containers)
          select :tenant, e.month, e.learner_id, e.position, e.at,
          """
              + COLUMNS
              + """
              , e.started, e.completed, e.journey_score, e.duration, e.seconds, e.attempted,
                e.first_tries, e.first_right, e.lessons, e.lesson_score, e.mastered, e.containers
              from
              """
              + GIVEN
              + " on conflict do nothing");

  /** The beginning of a statement that adds facts, which it calls e, to the sums of months. */
  private static final String SUM_UP =
      """
      insert into analytics_month (tenant_id, month, learner_id, cohort, school_id, grade, career,
        companion, container, subject, skill_id, started, completed, journey_score, durations,
        seconds, attempted, first_tries, first_right, lessons, lesson_score, mastered, containers)
      select :tenant, e.month, e.learner_id,
      """
          + COLUMNS
          + """
            , sum(e.started), sum(e.completed), sum(e.journey_score),
            coalesce(array_agg(e.duration) filter (where e.duration is not null), '{}'),
            sum(e.seconds), sum(e.attempted), sum(e.first_tries), sum(e.first_right),
            sum(e.lessons), sum(e.lesson_score), sum(e.mastered), sum(e.containers)
          from
          """;

  /** Its end; sums are locked in one order by whoever adds to them. */
  private static final String BY_ALL =
      " group by e.month, e.learner_id, "
          + COLUMNS
          + " order by e.month, e.learner_id, "
          + COLUMNS
          + """
          on conflict (tenant_id, month, learner_id, cohort, school_id, grade, career, companion,
            container, subject, skill_id)
          do update set started = analytics_month.started + excluded.started,
            completed = analytics_month.completed + excluded.completed,
            journey_score = analytics_month.journey_score + excluded.journey_score,
            durations = analytics_month.durations || excluded.durations,
            seconds = analytics_month.seconds + excluded.seconds,
            attempted = analytics_month.attempted + excluded.attempted,
            first_tries = analytics_month.first_tries + excluded.first_tries,
            first_right = analytics_month.first_right + excluded.first_right,
            lessons = analytics_month.lessons + excluded.lessons,
            lesson_score = analytics_month.lesson_score + excluded.lesson_score,
            mastered = analytics_month.mastered + excluded.mastered,
            containers = analytics_month.containers + excluded.containers
          """;

  private static final SqlText ADD_LATE = SqlText.of(SUM_UP + GIVEN + BY_ALL);

  private static final SqlText ROLL_UP =
      SqlText.of(
          SUM_UP
              + """
               analytics_event e
              where e.tenant_id = :tenant and e.month = :month
                and e.learner_id > :after and e.learner_id <= :through
              """
              + BY_ALL);

  private final TenantSql sql;

  @Inject
  FactStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Stores facts of months that have a partition and are open; those that are there stay. */
  int add(List<Fact> facts) {
    return given(ADD, facts).update();
  }

  /** Adds facts to their months' sums. Not to be done again: whoever calls knows what is new. */
  int addLate(List<Fact> facts) {
    return given(ADD_LATE, facts).update();
  }

  /** Adds the facts of some learners in a month's partition to the month's sums. */
  int rollUp(LocalDate month, UUID after, UUID through) {
    return sql.with(ROLL_UP)
        .set("month", month)
        .set("after", after)
        .set("through", through)
        .update();
  }

  private SqlCall given(SqlText text, List<Fact> facts) {
    return sql.with(text)
        .setEach("months", facts, Fact::month)
        .setEach("learners", facts, Fact::learnerId)
        .setEach("positions", facts, Fact::position)
        .setEach("ats", facts, Fact::at)
        .setEach("cohorts", facts, fact -> fact.place().cohort())
        .setEach("schools", facts, fact -> fact.place().schoolId())
        .setEach("grades", facts, fact -> fact.place().grade())
        .setEach("careers", facts, fact -> fact.place().career())
        .setEach("companions", facts, fact -> fact.place().companion())
        .setEach("containers", facts, fact -> fact.place().container())
        .setEach("subjects", facts, fact -> fact.place().subject())
        .setEach("skills", facts, fact -> fact.place().skillId())
        .setEach("started", facts, fact -> fact.sums().started())
        .setEach("completed", facts, fact -> fact.sums().completed())
        .setEach("journeyScores", facts, fact -> fact.sums().journeyScore())
        .setEach("durations", facts, fact -> fact.sums().duration())
        .setEach("seconds", facts, fact -> fact.sums().seconds())
        .setEach("attempted", facts, fact -> fact.sums().attempted())
        .setEach("firstTries", facts, fact -> fact.sums().firstTries())
        .setEach("firstRight", facts, fact -> fact.sums().firstRight())
        .setEach("lessons", facts, fact -> fact.sums().lessons())
        .setEach("lessonScores", facts, fact -> fact.sums().lessonScore())
        .setEach("mastered", facts, fact -> fact.sums().mastered())
        .setEach("ended", facts, fact -> fact.sums().containers());
  }
}
