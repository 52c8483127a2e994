package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.access.VisibleScope;
import org.cairn.caller.Callers;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.shared.Cursor;
import org.cairn.support.OverrideRules.Completion;
import org.cairn.support.OverrideRules.Schooling;
import org.jspecify.annotations.Nullable;

/** Keeps guardians' overrides and the grades that they have led to. */
@Singleton
class OverrideStore {

  private static final String NEWEST =
      """
       and (:status::text is null or o.status = :status::text)
       and (:at::timestamptz is null or (o.requested_at, o.id) < (:at::timestamptz, :id::uuid))
      order by o.requested_at desc, o.id desc limit :limit
      """;

  private static final SqlText PAGE =
      SqlText.of(
          "select o.* from grade_override o where o.tenant_id = :tenant"
              + " and o.learner_id = :learner"
              + NEWEST);

  private static final String OF_SCOPE =
      "select o.* from grade_override o where o.tenant_id = :tenant and o.learner_id in (SCOPE)"
          + NEWEST;

  private static final SqlText FIND =
      SqlText.of(
          "select * from grade_override where tenant_id = :tenant and learner_id = :learner"
              + " and id = :id");

  private static final SqlText WAITING =
      SqlText.of(
          "select id from grade_override where tenant_id = :tenant and learner_id = :learner"
              + " and status = 'requested'");

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into grade_override (tenant_id, learner_id, id, from_grade, to_grade, school_year,
            reason, status, skills_mastered, skills_of_grade, incomplete_skills, requested_by,
            requested_at)
          values (:tenant, :learner, :id, :from, :to, :year, :reason, :status, :mastered, :all,
            :skills::text[], :by, :now)
          """);

  private static final SqlText DECIDE =
      SqlText.of(
          """
          update grade_override set status = :status, skills_mastered = :mastered,
            skills_of_grade = :all, incomplete_skills = :skills::text[], decided_by = :by,
            decided_at = :now, decision_reason = :reason
          where tenant_id = :tenant and learner_id = :learner and id = :id
            and status = 'requested'
          """);

  private static final SqlText REACH =
      SqlText.of(
          """
          insert into grade_progression (tenant_id, learner_id, grade, school_year, override_id,
            reached_at)
          values (:tenant, :learner, :grade, :year, :id, :now)
          """);

  private static final SqlText REACHED =
      SqlText.of(
          """
          select * from grade_progression
          where tenant_id = :tenant and learner_id = :learner
          order by school_year desc, reached_at desc, grade limit 100
          """);

  /** The school year that the school's day is in, else the one before; years begin in July. */
  private static final SqlText SCHOOLING =
      SqlText.of(
          """
          select s.grade, today.day, coalesce(
              (select t.school_year from school_term t
                where t.tenant_id = :tenant and t.start_date <= today.day
                order by t.end_date >= today.day desc, t.school_year desc limit 1),
              extract(year from today.day + interval '6 months')::integer) as school_year
          from schooling s
          cross join lateral (
            select (:now::timestamptz at time zone coalesce(s.zone, 'UTC'))::date as day) today
          where s.tenant_id = :tenant and s.learner_id = :learner
          """);

  private static final SqlText TRAINED =
      SqlText.of(
          """
          select skill_id, best_score, mastered from skill_trained
          where tenant_id = :tenant and learner_id = :learner
          """);

  private final TenantSql sql;

  @Inject
  OverrideStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * How a learner stands on a skill.
   *
   * @param bestScore of its lessons
   */
  record Trained(int bestScore, boolean mastered) {}

  /** The learner's overrides before one, newest first. */
  List<GradeOverrideView> page(
      VisibleLearner learner, @Nullable String status, Cursor.@Nullable Moment before, int limit) {
    return newest(sql.with(PAGE).set("learner", learner.id()), status, before, limit);
  }

  /** The same of all whom the caller may see. */
  List<GradeOverrideView> page(
      VisibleScope scope, @Nullable String status, Cursor.@Nullable Moment before, int limit) {
    return newest(scope.bind(sql.with(scope.in(OF_SCOPE))), status, before, limit);
  }

  Optional<GradeOverrideView> find(VisibleLearner learner, UUID id) {
    return sql.with(FIND).set("learner", learner.id()).set("id", id).first(OverrideStore::view);
  }

  /** Whether one waits for the school. */
  boolean isWaiting(ActingLearner learner) {
    return sql.with(WAITING).set("learner", learner.id()).first(row -> true).orElse(false);
  }

  /** The learner's lock is held. */
  void add(ActingLearner learner, GradeOverrideView override, Completion completion) {
    counted(sql.with(ADD), learner, override.id(), completion)
        .set("from", override.fromGrade())
        .set("to", override.toGrade())
        .set("year", override.schoolYear())
        .set("reason", override.reason())
        .set("status", override.status())
        .set("by", Callers.current().subject())
        .set("now", override.requestedAt())
        .update();
  }

  /** The learner's lock is held. */
  void decide(
      ActingLearner learner,
      UUID id,
      String status,
      String reason,
      Completion completion,
      Instant now) {
    counted(sql.with(DECIDE), learner, id, completion)
        .set("status", status)
        .set("reason", reason)
        .set("by", Callers.current().subject())
        .set("now", now)
        .update();
  }

  /** The learner goes on to a grade that it has not reached. */
  void reach(ActingLearner learner, String grade, int schoolYear, UUID override, Instant now) {
    sql.with(REACH)
        .set("learner", learner.id())
        .set("grade", grade)
        .set("year", schoolYear)
        .set("id", override)
        .set("now", now)
        .update();
  }

  /** What the learner has gone on to, the latest first. */
  List<GradeProgression.Reached> reached(VisibleLearner learner) {
    return sql.with(REACHED)
        .set("learner", learner.id())
        .list(
            row ->
                new GradeProgression.Reached(
                    row.getString("grade"),
                    row.getInt("school_year"),
                    SqlCall.uuid(row, "override_id"),
                    SqlCall.instant(row, "reached_at")));
  }

  Optional<Schooling> schooling(ActingLearner learner, Instant now) {
    return schooling(learner.visible(), now);
  }

  /** Where the learner is now. */
  Optional<Schooling> schooling(VisibleLearner learner, Instant now) {
    List<GradeProgression.Reached> reached = reached(learner);
    return sql.with(SCHOOLING)
        .set("learner", learner.id())
        .set("now", now)
        .first(
            row -> {
              int year = row.getInt("school_year");
              List<String> ofYear =
                  reached.stream()
                      .filter(each -> each.schoolYear() == year)
                      .map(GradeProgression.Reached::grade)
                      .toList();
              String rosterGrade = row.getString("grade");
              return new Schooling(
                  OverrideRules.highest(rosterGrade, ofYear),
                  rosterGrade,
                  year,
                  row.getObject("day", LocalDate.class));
            });
  }

  /** How the learner stands on the skills that it has completed a lesson of. */
  Map<String, Trained> trained(ActingLearner learner) {
    Map<String, Trained> trained = new HashMap<>();
    sql.with(TRAINED)
        .set("learner", learner.id())
        .list(
            row ->
                trained.put(
                    row.getString("skill_id"),
                    new Trained(row.getInt("best_score"), row.getBoolean("mastered"))));
    return trained;
  }

  private static List<GradeOverrideView> newest(
      SqlCall call, @Nullable String status, Cursor.@Nullable Moment before, int limit) {
    return call.set("status", status)
        .set("at", before == null ? null : before.at())
        .set("id", before == null ? null : before.id())
        .set("limit", limit)
        .list(OverrideStore::view);
  }

  private static SqlCall counted(
      SqlCall call, ActingLearner learner, UUID id, Completion completion) {
    return call.set("learner", learner.id())
        .set("id", id)
        .set("mastered", completion.mastered())
        .set("all", completion.all())
        .set("skills", completion.skills());
  }

  private static GradeOverrideView view(ResultSet row) throws SQLException {
    int mastered = row.getInt("skills_mastered");
    int all = row.getInt("skills_of_grade");
    return new GradeOverrideView(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "learner_id"),
        row.getString("from_grade"),
        row.getString("to_grade"),
        row.getInt("school_year"),
        row.getString("reason"),
        row.getString("status"),
        Completion.percent(mastered, all),
        mastered,
        all,
        Arrays.asList((String[]) row.getArray("incomplete_skills").getArray()),
        row.getString("requested_by").equals(Callers.current().subject()),
        SqlCall.instant(row, "requested_at"),
        SqlCall.instantOrNull(row, "decided_at"),
        row.getString("decision_reason"));
  }
}
