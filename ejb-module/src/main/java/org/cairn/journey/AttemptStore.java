package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** What was answered, and what follows from it for lessons and skills. */
@Singleton
class AttemptStore {

  private static final SqlText OF_SESSION =
      SqlText.of(
          """
          select * from question_attempt
          where tenant_id = :tenant and learner_id = :learner and session_id = :session
          order by effective_at, event_id
          """);

  private static final SqlText OF_SESSIONS =
      SqlText.of(
          """
          select * from question_attempt
          where tenant_id = :tenant and learner_id = :learner
            and session_id = any(:sessions::uuid[])
          order by effective_at, event_id
          """);

  private static final SqlText OF_LESSON_AND_QUESTION =
      SqlText.of(
          """
          select * from question_attempt
          where tenant_id = :tenant and learner_id = :learner
            and (session_id = :session or (question_id = :question and school_year = :year))
          """);

  /** The completed lessons of a skill but one. */
  private static final SqlText OTHER_LESSONS =
      SqlText.of(
          """
          select lesson.*, journey.career from container_session lesson
          join journey on journey.tenant_id = :tenant and journey.learner_id = :learner
            and journey.id = lesson.journey_id
          where lesson.tenant_id = :tenant and lesson.learner_id = :learner
            and lesson.skill_id = :skill and lesson.completed_by is not null
            and lesson.id <> :session
          """);

  private static final SqlText ADD =
      SqlText.of(
          """
          insert into question_attempt (tenant_id, learner_id, event_id, journey_id, session_id,
            question_id, school_year, subject, skill_id, question_type, answer, verified, correct,
            key_version, grade, school_day, attempt_number, time_spent, hints_used, effective_at)
          select :tenant, :learner, :event, :journey, :session, :question, :year, :subject, :skill,
            :type, :answer::text[], :verified, :correct, :keyVersion, :grade, :day,
            :number::integer, :time, :hints, :at
          """);

  private static final SqlText STAND =
      SqlText.of(
          """
          with skill as (
            insert into skill_authority (tenant_id, learner_id, skill_id, subject, best_score,
              mastered, completed_at, event_id)
            select :tenant, :learner, :skill, :subject, :best, :mastered, :skillAt::timestamptz,
              :skillEvent
            where :skillEvent::text is not null
            on conflict (tenant_id, learner_id, skill_id) do update set
              best_score = excluded.best_score, mastered = excluded.mastered,
              completed_at = excluded.completed_at, event_id = excluded.event_id
          )
          update container_session set answered = :answered, attempted = :attempted,
            correct = :correct, score = :score, perfect = :perfect, verified = :verified,
            time_spent = :time, attempts = :attempts, hints_used = :hints,
            completed_at = :completedAt::timestamptz, completed_by = :completedBy,
            completed_grade = :completedGrade
          where tenant_id = :tenant and learner_id = :learner and id = :session
          """);

  private static final SqlText EVENTS =
      SqlText.of(
          """
          select event_id from question_attempt
          where tenant_id = :tenant and learner_id = :learner and journey_id = :journey
          union all
          select completed_by from container_session
          where tenant_id = :tenant and learner_id = :learner and journey_id = :journey
            and completed_by is not null
          union all
          select 'journey/' || :journey::text || '/' || step
          from unnest(array['started', 'completed']) as step
          """);

  private static final SqlText SKILLS =
      SqlText.of(
          """
          select * from skill_authority
          where tenant_id = :tenant and learner_id = :learner
            and (:after::text is null or skill_id > :after::text collate "C")
          order by skill_id limit :limit
          """);

  private final TenantSql sql;

  @Inject
  AttemptStore(TenantSql sql) {
    this.sql = sql;
  }

  List<Attempt> ofSession(VisibleLearner learner, UUID session) {
    return sql.with(OF_SESSION)
        .set("learner", learner.id())
        .set("session", session)
        .list(AttemptStore::attempt);
  }

  /** All attempts in lessons, in the order in which they count. */
  List<Attempt> ofSessions(VisibleLearner learner, Collection<UUID> sessions) {
    return sql.with(OF_SESSIONS)
        .set("learner", learner.id())
        .set("sessions", sessions)
        .list(AttemptStore::attempt);
  }

  /** All attempts in a lesson, and those at one question in the lesson's school year. */
  List<Attempt> around(ActingLearner learner, Lesson lesson, String question) {
    return sql.with(OF_LESSON_AND_QUESTION)
        .set("learner", learner.id())
        .set("session", lesson.id())
        .set("question", question)
        .set("year", lesson.schoolYear())
        .list(AttemptStore::attempt);
  }

  /** How the other completed lessons of a lesson's skill stand. */
  List<LessonStanding> others(ActingLearner learner, Lesson lesson) {
    return sql.with(OTHER_LESSONS)
        .set("learner", learner.id())
        .set("skill", lesson.skillId())
        .set("session", lesson.id())
        .list(AttemptStore::standing);
  }

  void add(ActingLearner learner, Attempt attempt) {
    sql.with(ADD)
        .set("learner", learner.id())
        .set("event", attempt.eventId())
        .set("journey", attempt.journeyId())
        .set("session", attempt.sessionId())
        .set("question", attempt.questionId())
        .set("year", attempt.schoolYear())
        .set("subject", attempt.subject())
        .set("skill", attempt.skillId())
        .set("type", attempt.questionType())
        .set("answer", attempt.answer())
        .set("verified", attempt.verified())
        .set("correct", attempt.correct())
        .set("keyVersion", attempt.keyVersion())
        .set("grade", attempt.grade())
        .set("day", attempt.schoolDay())
        .set("number", attempt.attemptNumber())
        .set("time", attempt.timeSpent())
        .set("hints", attempt.hintsUsed())
        .set("at", attempt.effectiveAt())
        .update();
  }

  /**
   * Stores how a lesson and its skill stand.
   *
   * @param skill absent before a lesson of it is complete
   */
  void stand(
      ActingLearner learner,
      Lesson lesson,
      LessonState state,
      @Nullable SkillStanding skill,
      int bestScore) {
    Lesson.Completion by = lesson.completion();
    sql.with(STAND)
        .set("learner", learner.id())
        .set("session", lesson.id())
        .set("answered", state.answered())
        .set("attempted", state.attempted())
        .set("correct", state.correct())
        .set("score", state.score())
        .set("perfect", state.perfect())
        .set("verified", state.verified())
        .set("time", state.timeSpent())
        .set("attempts", state.attempts())
        .set("hints", state.hintsUsed())
        .set("completedAt", by == null ? null : by.effectiveAt())
        .set("completedBy", by == null ? null : by.eventId())
        .set("completedGrade", by == null ? null : by.grade())
        .set("skill", lesson.skillId())
        .set("subject", lesson.subject())
        .set("best", bestScore)
        .set("mastered", skill != null && skill.mastered())
        .set("skillAt", skill == null ? null : skill.effectiveAt())
        .set("skillEvent", skill == null ? null : skill.eventId())
        .update();
  }

  /** The events of a journey. */
  List<String> events(VisibleLearner learner, UUID journey) {
    return sql.with(EVENTS)
        .set("learner", learner.id())
        .set("journey", journey)
        .list(row -> row.getString(1));
  }

  /** The skills that the learner has completed, by id. */
  List<JourneyRecords.Skill> skills(VisibleLearner learner, @Nullable String after, int limit) {
    return sql.with(SKILLS)
        .set("learner", learner.id())
        .set("after", after)
        .set("limit", limit)
        .list(
            row ->
                new JourneyRecords.Skill(
                    row.getString("skill_id"),
                    row.getString("subject"),
                    row.getInt("best_score"),
                    SummaryFold.band(row.getInt("best_score")),
                    row.getBoolean("mastered"),
                    SqlCall.instant(row, "completed_at")));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    int number = row.getInt("attempt_number");
    Integer attemptNumber = row.wasNull() ? null : Integer.valueOf(number);
    return new Attempt(
        row.getString("event_id"),
        SqlCall.uuid(row, "journey_id"),
        SqlCall.uuid(row, "session_id"),
        row.getString("question_id"),
        row.getInt("school_year"),
        row.getString("subject"),
        row.getString("skill_id"),
        row.getString("question_type"),
        Arrays.asList((String[]) row.getArray("answer").getArray()),
        row.getBoolean("verified"),
        row.getBoolean("correct"),
        row.getInt("key_version"),
        row.getString("grade"),
        row.getObject("school_day", LocalDate.class),
        attemptNumber,
        row.getInt("time_spent"),
        row.getInt("hints_used"),
        SqlCall.instant(row, "effective_at"));
  }

  private static LessonStanding standing(ResultSet row) throws SQLException {
    return new LessonStanding(
        SqlCall.uuid(row, "id"),
        SqlCall.uuid(row, "journey_id"),
        Container.valueOf(row.getString("container")),
        row.getString("subject"),
        row.getString("skill_id"),
        row.getString("career"),
        true,
        row.getInt("score"),
        row.getBoolean("perfect"),
        row.getBoolean("verified"),
        row.getLong("time_spent"),
        row.getLong("expected_time"),
        row.getString("completed_grade"),
        Objects.requireNonNull(row.getString("completed_by")),
        SqlCall.instant(row, "completed_at"));
  }
}
