package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.journey.JourneyArchive.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Gives journeys of long ago away, a learner's school year at a time. */
@Singleton
class ArchiveStore {

  private static final int ATTEMPTS = 5_000;
  private static final UUID FIRST = new UUID(0, 0);

  /** No journey of the school year was begun or completed since. */
  private static final String DUE =
      """
      from journey j
      where j.tenant_id = :tenant and j.archived_at is null and j.started_at < :before
        and WHICH
        and not exists (
          select from journey other
          where other.tenant_id = :tenant and other.learner_id = j.learner_id
            and other.school_year = j.school_year
            and greatest(other.started_at, other.completed_at) >= :before)
      """;

  private static final SqlText PAGE =
      SqlText.of(
          "select distinct j.learner_id, j.school_year "
              + DUE.replace("WHICH", "(j.learner_id, j.school_year) > (:learner, :year)")
              + " order by j.learner_id, j.school_year limit :limit");

  private static final SqlText COUNT =
      SqlText.of(
          "select count(distinct (j.learner_id, j.school_year)) " + DUE.replace("WHICH", "true"));

  /** Nothing at all of the school year was touched since. */
  private static final SqlText JOURNEYS =
      SqlText.of(
          "select j.id "
              + DUE.replace("WHICH", "j.learner_id = :learner and j.school_year = :year")
              + """
              and not exists (
                select from journey own
                join container_session lesson on lesson.tenant_id = :tenant
                  and lesson.learner_id = own.learner_id and lesson.journey_id = own.id
                where own.tenant_id = :tenant and own.learner_id = :learner
                  and own.school_year = :year
                  and greatest(lesson.started_at, lesson.completed_at) >= :before)
              and not exists (
                select from question_attempt a
                where a.tenant_id = :tenant and a.learner_id = :learner
                  and a.school_year = :year and a.effective_at >= :before)
              order by j.id
              """);

  private static final SqlText JOURNEY_LINES =
      SqlText.of(
          """
          select string_agg(row_to_json(x)::text, E'\\n') || E'\\n' as lines from (
            select 'journey' as kind, id, grade, school_year, career, companion, started_at,
              completed_at
            from journey
            where tenant_id = :tenant and learner_id = :learner and id = any(:journeys::uuid[])
            order by id
          ) x
          """);

  private static final SqlText LESSON_LINES =
      SqlText.of(
          """
          select string_agg(row_to_json(x)::text, E'\\n') || E'\\n' as lines from (
            select 'lesson' as kind, id, journey_id, container, subject, skill_id, question_ids,
              question_versions, question_shared, expected_time, started_at, answered, attempted,
              correct, score, perfect, verified, time_spent, attempts, hints_used, hints_given,
              completed_at, completed_by, completed_grade
            from container_session
            where tenant_id = :tenant and learner_id = :learner
              and journey_id = any(:journeys::uuid[])
            order by journey_id, id
          ) x
          """);

  private static final SqlText ATTEMPT_LINES =
      SqlText.of(
          """
          select string_agg(row_to_json(x)::text, E'\\n') || E'\\n' as lines,
            max(x.event_id) as last
          from (
            select 'attempt' as kind, event_id, journey_id, session_id, question_id, school_year,
              subject, skill_id, question_type, answer, verified, correct, key_version, grade,
              school_day, attempt_number, time_spent, hints_used, effective_at
            from question_attempt
            where tenant_id = :tenant and learner_id = :learner
              and journey_id = any(:journeys::uuid[]) and event_id > :after
            order by event_id limit :limit
          ) x
          """);

  private static final SqlText ARCHIVED =
      SqlText.of(
          """
          update journey set archived_at = :now, archive_id = :archive, archive_sha256 = :sha256
          where tenant_id = :tenant and learner_id = :learner and id = any(:journeys::uuid[])
          """);

  private static final SqlText REMOVE =
      SqlText.of(
          """
          delete from question_attempt
          where tenant_id = :tenant and learner_id = :learner
            and journey_id = any(:journeys::uuid[])
          """);

  private static final SqlText SHRINK =
      SqlText.of(
          """
          update container_session set asked = cardinality(question_ids), question_ids = '{}',
            question_versions = '{}', question_shared = '{}'
          where tenant_id = :tenant and learner_id = :learner
            and journey_id = any(:journeys::uuid[]) and asked is null
          """);

  private final TenantSql sql;

  @Inject
  ArchiveStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Some lines, and the key of the last one where there can be more. */
  @SuppressWarnings("ArrayRecordComponent") // megabytes that are written on, never compared
  record Lines(byte @Nullable [] text, @Nullable String last) {}

  long count(Instant before) {
    return sql.with(COUNT).set("before", before).first(row -> row.getLong(1)).orElse(0L);
  }

  /** The school years behind one that may be to go. */
  List<SchoolYear> page(@Nullable SchoolYear after, Instant before, int limit) {
    return sql.with(PAGE)
        .set("learner", after == null ? FIRST : after.learner())
        .set("year", after == null ? 0 : after.schoolYear())
        .set("before", before)
        .set("limit", limit)
        .list(row -> new SchoolYear(SqlCall.uuid(row, "learner_id"), row.getInt("school_year")));
  }

  /** The journeys of a school year that are to go, under the learner's lock. */
  List<UUID> journeys(ActingLearner learner, int schoolYear, Instant before) {
    return sql.with(JOURNEYS)
        .set("learner", learner.id())
        .set("year", schoolYear)
        .set("before", before)
        .list(row -> SqlCall.uuid(row, "id"));
  }

  Lines journeyLines(ActingLearner learner, Collection<UUID> journeys) {
    return lines(call(JOURNEY_LINES, learner, journeys));
  }

  Lines lessonLines(ActingLearner learner, Collection<UUID> journeys) {
    return lines(call(LESSON_LINES, learner, journeys));
  }

  Lines attemptLines(ActingLearner learner, Collection<UUID> journeys, String after) {
    return call(ATTEMPT_LINES, learner, journeys)
        .set("after", after)
        .set("limit", ATTEMPTS)
        .list(row -> new Lines(row.getBytes("lines"), row.getString("last")))
        .get(0);
  }

  /** Leaves stubs of journeys whose object was verified. */
  void replace(
      ActingLearner learner, Collection<UUID> journeys, UUID archive, String sha256, Instant now) {
    call(ARCHIVED, learner, journeys)
        .set("archive", archive)
        .set("sha256", sha256)
        .set("now", now)
        .update();
    call(REMOVE, learner, journeys).update();
    call(SHRINK, learner, journeys).update();
  }

  private SqlCall call(SqlText text, ActingLearner learner, Collection<UUID> journeys) {
    return sql.with(text).set("learner", learner.id()).set("journeys", journeys);
  }

  private static Lines lines(SqlCall call) {
    return call.list(row -> new Lines(row.getBytes("lines"), null)).get(0);
  }
}
