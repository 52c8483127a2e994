package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.content.QuestionRef;
import org.jspecify.annotations.Nullable;

/** Lessons as they are assigned, and the numbers that stand for them in lists. */
@Singleton
class LessonStore {

  private static final String LESSONS =
      """
      select lesson.*, journey.school_year, journey.career, journey.archive_id
      from container_session lesson
      join journey on journey.tenant_id = :tenant and journey.learner_id = :learner
        and journey.id = lesson.journey_id
      where lesson.tenant_id = :tenant and lesson.learner_id = :learner
      """;

  private static final SqlText OF_JOURNEYS =
      SqlText.of(
          LESSONS
              + " and lesson.journey_id = any(:journeys::uuid[])"
              + " order by array_position(array['LEARN', 'EXPERIENCE', 'DISCOVER'],"
              + " lesson.container), lesson.subject");

  private static final SqlText FIND = SqlText.of(LESSONS + " and lesson.id = :id");

  private static final SqlText FIND_PLACE =
      SqlText.of(
          LESSONS
              + " and lesson.journey_id = :journey and lesson.container = :container"
              + " and lesson.subject = :subject");

  private static final SqlText ASSIGN =
      SqlText.of(
          """
          insert into container_session (tenant_id, learner_id, id, journey_id, container, subject,
            skill_id, question_ids, question_versions, question_shared, expected_time, started_at)
          select :tenant, :learner, :id, :journey, :container, :subject, :skill,
            :questions::text[], :versions::integer[], :shared::boolean[], :expected, :at
          on conflict do nothing
          """);

  private static final SqlText HINT =
      SqlText.of(
          """
          update container_session set hints_given = hints_given + 1,
            hints_used = greatest(hints_used, hints_given + 1)
          where tenant_id = :tenant and learner_id = :learner and id = :id
          """);

  /** How often each question was asked in a school year. */
  private static final SqlText ASKED =
      SqlText.of(
          """
          select asked.question, count(*) as times
          from container_session lesson
          join journey on journey.tenant_id = :tenant and journey.learner_id = :learner
            and journey.id = lesson.journey_id
          cross join lateral unnest(lesson.question_ids) as asked (question)
          where lesson.tenant_id = :tenant and lesson.learner_id = :learner
            and lesson.skill_id = :skill and journey.school_year = :year
          group by asked.question
          """);

  private final TenantSql sql;

  @Inject
  LessonStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * A lesson, and the numbers that were stored for it.
   *
   * @param asked how many questions it asks
   * @param archive of the object that has its questions and answers, where they were given away
   */
  record Stored(Lesson lesson, LessonState state, int asked, @Nullable UUID archive) {

    LessonView view() {
      return LessonView.of(lesson, asked, state, null, null);
    }

    boolean isArchived() {
      return archive != null;
    }
  }

  Optional<Stored> find(VisibleLearner learner, UUID id) {
    return sql.with(FIND).set("learner", learner.id()).set("id", id).first(LessonStore::stored);
  }

  Optional<Stored> find(VisibleLearner learner, UUID journey, Container container, String subject) {
    return sql.with(FIND_PLACE)
        .set("learner", learner.id())
        .set("journey", journey)
        .set("container", container.name())
        .set("subject", subject)
        .first(LessonStore::stored);
  }

  /** The lessons of journeys, in the order of containers and subjects. */
  List<Stored> of(VisibleLearner learner, Collection<UUID> journeys) {
    return sql.with(OF_JOURNEYS)
        .set("learner", learner.id())
        .set("journeys", journeys)
        .list(LessonStore::stored);
  }

  /** Stores the assignment unless the lesson has begun, as on another device. */
  void assign(ActingLearner learner, Lesson lesson) {
    List<QuestionRef> questions = lesson.questions();
    sql.with(ASSIGN)
        .set("learner", learner.id())
        .set("id", lesson.id())
        .set("journey", lesson.journeyId())
        .set("container", lesson.container().name())
        .set("subject", lesson.subject())
        .set("skill", lesson.skillId())
        .setEach("questions", questions, QuestionRef::id)
        .setEach("versions", questions, QuestionRef::version)
        .setEach("shared", questions, QuestionRef::shared)
        .set("expected", lesson.expectedTime())
        .set("at", lesson.startedAt())
        .update();
  }

  /** Counts a hint that was given. */
  void hint(ActingLearner learner, UUID lesson) {
    sql.with(HINT).set("learner", learner.id()).set("id", lesson).update();
  }

  Map<String, Integer> asked(ActingLearner learner, String skill, int schoolYear) {
    Map<String, Integer> asked = new HashMap<>();
    sql.with(ASKED)
        .set("learner", learner.id())
        .set("skill", skill)
        .set("year", schoolYear)
        .list(row -> asked.put(row.getString("question"), row.getInt("times")));
    return asked;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    List<QuestionRef> questions = questions(row);
    Lesson lesson =
        new Lesson(
            SqlCall.uuid(row, "id"),
            SqlCall.uuid(row, "journey_id"),
            row.getInt("school_year"),
            Container.valueOf(row.getString("container")),
            row.getString("subject"),
            row.getString("skill_id"),
            row.getString("career"),
            questions,
            row.getInt("expected_time"),
            SqlCall.instant(row, "started_at"),
            row.getInt("hints_given"),
            row.getString("completed_by") == null
                ? null
                : new Lesson.Completion(
                    row.getString("completed_by"),
                    SqlCall.instant(row, "completed_at"),
                    row.getString("completed_grade")));
    UUID archive = row.getObject("archive_id", UUID.class);
    int asked = archive == null ? questions.size() : row.getInt("asked");
    return new Stored(lesson, state(row), asked, archive);
  }

  private static LessonState state(ResultSet row) throws SQLException {
    return new LessonState(
        row.getInt("answered"),
        row.getInt("attempted"),
        row.getInt("correct"),
        row.getInt("score"),
        row.getBoolean("perfect"),
        row.getBoolean("verified"),
        row.getLong("time_spent"),
        row.getInt("attempts"),
        row.getInt("hints_used"),
        List.of());
  }

  private static List<QuestionRef> questions(ResultSet row) throws SQLException {
    Object[] ids = values(row.getArray("question_ids"));
    Object[] versions = values(row.getArray("question_versions"));
    Object[] shared = values(row.getArray("question_shared"));
    List<QuestionRef> questions = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      questions.add(new QuestionRef((String) ids[i], (Integer) versions[i], (Boolean) shared[i]));
    }
    return questions;
  }

  private static Object[] values(Array array) throws SQLException {
    return (Object[]) array.getArray();
  }
}
