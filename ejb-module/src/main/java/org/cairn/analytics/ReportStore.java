package org.cairn.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.access.VisibleScope;
import org.cairn.analytics.AnalyticsQuery.Checked;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Reads figures over the learners of a scope. */
@Singleton
class ReportStore {

  private static final String CHOSEN =
      """
      from analytics_fact f
      where f.tenant_id = :tenant and f.learner_id in (SCOPE)
        and (:school::uuid is null or f.school_id = :school::uuid)
        and (:grade::text is null or f.grade = :grade::text collate "C")
      """;

  private static final String IN_MONTHS = " and f.month between :from::date and :to::date ";

  private static final String OF_CHOICE =
      """
      , count(distinct f.learner_id) as learners, sum(f.started) as started,
        sum(f.completed) as completed, sum(f.seconds) as seconds,
        round(sum(f.journey_score)::numeric / nullif(sum(f.completed), 0) / 100, 2) as score
      """;

  static final String CAREERS =
      "select f.career as id"
          + OF_CHOICE
          + CHOSEN
          + IN_MONTHS
          + " and f.career > :after group by f.career order by f.career limit :limit";

  static final String COMPANIONS =
      "select f.companion as id"
          + OF_CHOICE
          + CHOSEN
          + IN_MONTHS
          + " and f.companion > :after group by f.companion order by f.companion limit :limit";

  private static final String SKILLS =
      """
      select f.skill_id as id, max(f.subject) as subject, count(distinct f.learner_id) as learners,
        sum(f.attempted) as attempted, sum(f.lessons) as lessons, sum(f.seconds) as seconds,
        count(distinct f.learner_id) filter (where f.mastered > 0) as mastered,
        round(sum(f.first_right)::numeric / nullif(sum(f.first_tries), 0), 4) as accuracy,
        round(sum(f.lesson_score)::numeric / nullif(sum(f.lessons), 0), 2) as score
      """
          + CHOSEN
          + IN_MONTHS
          + " and f.skill_id > :after group by f.skill_id order by f.skill_id limit :limit";

  /** By the months in which journeys began, whenever what is counted came after. */
  private static final String MONTHS =
      "with facts as (select f.*"
          + " "
          + CHOSEN
          + """
             and f.cohort between :from::date and :to::date and f.month >= :from::date
             and f.cohort > :after::date
          ), spans as (
            select cohort, percentile_cont(0.5) within group (order by span) as median,
              avg(span) as mean
            from facts cross join lateral unnest(durations) as span
            group by cohort
          ), sums as (
            select cohort, count(distinct learner_id) as learners, sum(started) as started,
              sum(completed) as completed,
              sum(containers) filter (where container = 'LEARN') as learned,
              sum(containers) filter (where container = 'EXPERIENCE') as experienced,
              sum(containers) filter (where container = 'DISCOVER') as discovered
            from facts group by cohort
          )
          select sums.*, spans.median, spans.mean,
            round(sums.completed::numeric / nullif(sums.started, 0), 4) as rate
          from sums left join spans on spans.cohort = sums.cohort
          order by sums.cohort limit :limit
          """;

  private static final SqlText FED =
      SqlText.of("select fed_at from analytics_feed where tenant_id = :tenant");

  private static final SqlText MINIMUM =
      SqlText.of("select minimum_group from group_minimum where tenant_id = :tenant");

  private final TenantSql sql;

  @Inject
  ReportStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A row with how many learners it is about. */
  record Counted<T>(long learners, T row) {}

  List<Counted<ChoiceFigures>> careers(
      VisibleScope scope, Checked query, @Nullable String after, int limit) {
    return call(CAREERS, scope, query, limit)
        .set("after", after == null ? "" : after)
        .list(ReportStore::choice);
  }

  List<Counted<ChoiceFigures>> companions(
      VisibleScope scope, Checked query, @Nullable String after, int limit) {
    return call(COMPANIONS, scope, query, limit)
        .set("after", after == null ? "" : after)
        .list(ReportStore::choice);
  }

  List<Counted<SkillFigures>> skills(
      VisibleScope scope, Checked query, @Nullable String after, int limit) {
    return call(SKILLS, scope, query, limit)
        .set("after", after == null ? "" : after)
        .list(ReportStore::skill);
  }

  List<Counted<MonthFigures>> months(
      VisibleScope scope, Checked query, LocalDate after, int limit) {
    return call(MONTHS, scope, query, limit).set("after", after).list(ReportStore::month);
  }

  /** When the feed has last read all. */
  Optional<Instant> fedAt(VisibleScope scope) {
    return scope
        .bind(sql.with(FED))
        .first(row -> Optional.ofNullable(SqlCall.instantOrNull(row, "fed_at")))
        .flatMap(Function.identity());
  }

  /** The fewest learners that the district has told of, where it has said so. */
  Optional<Integer> minimum(VisibleScope scope) {
    return scope.bind(sql.with(MINIMUM)).first(row -> row.getInt("minimum_group"));
  }

  private SqlCall call(String statement, VisibleScope scope, Checked query, int limit) {
    return scope
        .bind(sql.with(scope.in(statement)))
        .set("from", query.first())
        .set("to", query.last())
        .set("school", query.school())
        .set("grade", query.grade())
        .set("limit", limit);
  }

  private static Counted<ChoiceFigures> choice(ResultSet row) throws SQLException {
    long learners = row.getLong("learners");
    return new Counted<>(
        learners,
        new ChoiceFigures(
            row.getString("id"),
            false,
            learners,
            row.getLong("started"),
            row.getLong("completed"),
            row.getBigDecimal("score"),
            row.getLong("seconds")));
  }

  private static Counted<SkillFigures> skill(ResultSet row) throws SQLException {
    long learners = row.getLong("learners");
    return new Counted<>(
        learners,
        new SkillFigures(
            row.getString("id"),
            row.getString("subject"),
            false,
            learners,
            row.getLong("attempted"),
            row.getBigDecimal("accuracy"),
            row.getLong("lessons"),
            row.getBigDecimal("score"),
            row.getLong("mastered"),
            row.getLong("seconds")));
  }

  private static Counted<MonthFigures> month(ResultSet row) throws SQLException {
    long learners = row.getLong("learners");
    return new Counted<>(
        learners,
        new MonthFigures(
            row.getObject("cohort", LocalDate.class).toString().substring(0, 7),
            false,
            learners,
            row.getLong("started"),
            row.getLong("learned"),
            row.getLong("experienced"),
            row.getLong("discovered"),
            row.getLong("completed"),
            row.getBigDecimal("rate"),
            seconds(row, "median"),
            seconds(row, "mean")));
  }

  private static @Nullable Long seconds(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null
        ? null
        : value.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
  }
}
