package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.shared.Cursor;
import org.jspecify.annotations.Nullable;

/** Journeys, and the record above those of one grade and school year. */
@Singleton
class JourneyStore {

  private static final SqlText START =
      SqlText.of(
          """
          with above as (
            insert into learning_journey (tenant_id, learner_id, grade, school_year, career,
              companion, journeys_started, skills_of_grade, started_at, last_at)
            values (:tenant, :learner, :grade, :year, :career, :companion, 1, :skills, :at, :at)
            on conflict (tenant_id, learner_id, grade, school_year) do update set
              journeys_started = learning_journey.journeys_started + 1,
              career = case when excluded.last_at >= learning_journey.last_at
                then excluded.career else learning_journey.career end,
              companion = case when excluded.last_at >= learning_journey.last_at
                then excluded.companion else learning_journey.companion end,
              skills_of_grade = excluded.skills_of_grade,
              started_at = least(learning_journey.started_at, excluded.started_at),
              last_at = greatest(learning_journey.last_at, excluded.last_at)
          )
          insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
            started_at)
          values (:tenant, :learner, :id, :grade, :year, :career, :companion, :at)
          """);

  private static final SqlText FIND =
      SqlText.of(
          "select * from journey where tenant_id = :tenant and learner_id = :learner and id = :id");

  private static final SqlText PAGE =
      SqlText.of(
          """
          select * from journey
          where tenant_id = :tenant and learner_id = :learner
            and (:at::timestamptz is null or (started_at, id) < (:at::timestamptz, :id::uuid))
          order by started_at desc, id desc limit :limit
          """);

  private static final SqlText COMPLETE =
      SqlText.of(
          """
          with done as (
            update journey set completed_at = :at
            where tenant_id = :tenant and learner_id = :learner and id = :id
              and completed_at is null
            returning grade, school_year
          )
          update learning_journey above set journeys_completed = journeys_completed + 1,
            last_at = greatest(last_at, :at::timestamptz)
          from done
          where above.tenant_id = :tenant and above.learner_id = :learner
            and above.grade = done.grade and above.school_year = done.school_year
          """);

  /** Skills count where a lesson of one of the grade's journeys trained them. */
  private static final SqlText COUNT_SKILLS =
      SqlText.of(
          """
          update learning_journey above set skills_mastered = (
            select count(distinct mastered.skill_id)
            from skill_authority mastered
            join container_session lesson on lesson.tenant_id = :tenant
              and lesson.learner_id = :learner and lesson.skill_id = mastered.skill_id
            join journey on journey.tenant_id = :tenant and journey.learner_id = :learner
              and journey.id = lesson.journey_id
            where mastered.tenant_id = :tenant and mastered.learner_id = :learner
              and mastered.mastered and journey.grade = above.grade
              and journey.school_year = above.school_year)
          where above.tenant_id = :tenant and above.learner_id = :learner
          """);

  private static final SqlText GRADES =
      SqlText.of(
          """
          select * from learning_journey
          where tenant_id = :tenant and learner_id = :learner
          order by school_year desc, grade desc limit 100
          """);

  private final TenantSql sql;

  @Inject
  JourneyStore(TenantSql sql) {
    this.sql = sql;
  }

  void start(ActingLearner learner, Journey journey, int skillsOfGrade) {
    sql.with(START)
        .set("learner", learner.id())
        .set("id", journey.id())
        .set("grade", journey.grade())
        .set("year", journey.schoolYear())
        .set("career", journey.career())
        .set("companion", journey.companion())
        .set("skills", skillsOfGrade)
        .set("at", journey.startedAt())
        .update();
  }

  Optional<Journey> find(VisibleLearner learner, UUID id) {
    return sql.with(FIND).set("learner", learner.id()).set("id", id).first(JourneyStore::journey);
  }

  /** The learner's journeys before one, newest first. */
  List<Journey> page(VisibleLearner learner, Cursor.@Nullable Moment before, int limit) {
    return sql.with(PAGE)
        .set("learner", learner.id())
        .set("at", before == null ? null : before.at())
        .set("id", before == null ? null : before.id())
        .set("limit", limit)
        .list(JourneyStore::journey);
  }

  void complete(ActingLearner learner, UUID id, Instant at) {
    sql.with(COMPLETE).set("learner", learner.id()).set("id", id).set("at", at).update();
  }

  /** Brings the records above in line with the skills that are mastered. */
  void countSkills(ActingLearner learner) {
    sql.with(COUNT_SKILLS).set("learner", learner.id()).update();
  }

  List<JourneyRecords.Grade> grades(VisibleLearner learner) {
    return sql.with(GRADES)
        .set("learner", learner.id())
        .list(
            row ->
                new JourneyRecords.Grade(
                    row.getString("grade"),
                    row.getInt("school_year"),
                    row.getString("career"),
                    row.getString("companion"),
                    row.getInt("journeys_started"),
                    row.getInt("journeys_completed"),
                    row.getInt("skills_mastered"),
                    row.getInt("skills_of_grade"),
                    SqlCall.instant(row, "started_at"),
                    SqlCall.instant(row, "last_at")));
  }

  private static Journey journey(ResultSet row) throws SQLException {
    return new Journey(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "learner_id"),
        row.getString("grade"),
        row.getInt("school_year"),
        row.getString("career"),
        row.getString("companion"),
        SqlCall.instant(row, "started_at"),
        SqlCall.instantOrNull(row, "completed_at"),
        row.getObject("archive_id", UUID.class));
  }
}
