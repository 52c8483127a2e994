package org.cairn.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.journey.ArchiveStore.Idle;
import org.jspecify.annotations.Nullable;

/** Reads journeys of long ago as the archive keeps them: lines of JSON, made by the database. */
@Singleton
class ArchiveLineStore {

  private static final int ATTEMPTS = 5_000;

  private static final String LINES =
      "select string_agg(row_to_json(x)::text, E'\\n') || E'\\n' as lines";

  private static final String JOURNEYS =
      """
      select 'journey' as kind, id, grade, school_year, career, companion, started_at, completed_at
      from journey
      where tenant_id = :tenant and learner_id = LEARNER and id = any(JOURNEYS)
      order by id
      """;

  private static final String LESSONS =
      """
      select 'lesson' as kind, id, journey_id, container, subject, skill_id, question_ids,
        question_versions, question_shared, expected_time, started_at, answered, attempted,
        correct, score, perfect, verified, time_spent, attempts, hints_used, hints_given,
        completed_at, completed_by, completed_grade
      from container_session
      where tenant_id = :tenant and learner_id = LEARNER and journey_id = any(JOURNEYS)
      order by journey_id, id
      """;

  private static final String ANSWERS =
      """
      select 'attempt' as kind, event_id, journey_id, session_id, question_id, school_year,
        subject, skill_id, question_type, answer, verified, correct, key_version, grade,
        school_day, attempt_number, time_spent, hints_used, effective_at
      from question_attempt
      where tenant_id = :tenant and learner_id = LEARNER and journey_id = any(JOURNEYS)
        and event_id > :after
      order by event_id limit :limit
      """;

  private static final SqlText JOURNEY_LINES = ofOne(LINES, JOURNEYS);
  private static final SqlText LESSON_LINES = ofOne(LINES, LESSONS);
  private static final SqlText ANSWER_LINES = ofOne(LINES + ", max(x.event_id) as last", ANSWERS);

  /** Of many small school years at once. */
  private static final SqlText ALL_LINES =
      SqlText.of(
          "select due.number, concat(journey.lines, lesson.lines, answer.lines) as lines from ("
              + """
              select given.number, given.learner_id, array_agg(given.journey_id) as journeys
              from unnest(:numbers::integer[], :learners::uuid[], :journeys::uuid[])
                as given (number, learner_id, journey_id)
              group by given.number, given.learner_id
              ) as due
              """
              + ofEach("journey", JOURNEYS)
              + ofEach("lesson", LESSONS)
              + ofEach("answer", ANSWERS)
              + " order by due.number");

  private final TenantSql sql;

  @Inject
  ArchiveLineStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Some lines, and the key of the last one where there can be more. */
  @SuppressWarnings("ArrayRecordComponent") // megabytes that are written on, never compared
  record Lines(byte @Nullable [] text, @Nullable String last) {}

  Lines journeyLines(ActingLearner learner, Idle year) {
    return of(JOURNEY_LINES, learner, year);
  }

  Lines lessonLines(ActingLearner learner, Idle year) {
    return of(LESSON_LINES, learner, year);
  }

  Lines answerLines(ActingLearner learner, Idle year, String after) {
    return sql.with(ANSWER_LINES)
        .set("learner", learner.id())
        .set("journeys", year.journeys())
        .set("after", after)
        .set("limit", ATTEMPTS)
        .list(row -> new Lines(row.getBytes("lines"), row.getString("last")))
        .get(0);
  }

  /** All lines of each of the school years, which together fit into memory. */
  List<byte[]> lines(List<Idle> years, Map<UUID, ActingLearner> learners) {
    List<Wanted> wanted = new ArrayList<>();
    long rows = 0;
    for (int i = 0; i < years.size(); i++) {
      ActingLearner learner = Objects.requireNonNull(learners.get(years.get(i).year().learner()));
      for (UUID journey : years.get(i).journeys()) {
        wanted.add(new Wanted(i, learner.id(), journey));
      }
      rows += years.get(i).rows();
    }
    return sql.with(ALL_LINES)
        .setEach("numbers", wanted, Wanted::number)
        .setEach("learners", wanted, Wanted::learner)
        .setEach("journeys", wanted, Wanted::journey)
        .set("after", "")
        .set("limit", rows)
        .list(row -> row.getBytes("lines"));
  }

  private record Wanted(int number, UUID learner, UUID journey) {}

  private Lines of(SqlText text, ActingLearner learner, Idle year) {
    return sql.with(text)
        .set("learner", learner.id())
        .set("journeys", year.journeys())
        .list(row -> new Lines(row.getBytes("lines"), null))
        .get(0);
  }

  private static SqlText ofOne(String select, String rows) {
    String own = rows.replace("LEARNER", ":learner").replace("JOURNEYS", ":journeys::uuid[]");
    return SqlText.of(select + " from (" + own + ") x");
  }

  private static String ofEach(String name, String rows) {
    String own = rows.replace("LEARNER", "due.learner_id").replace("JOURNEYS", "due.journeys");
    return " cross join lateral (" + LINES + " from (" + own + ") x) as " + name;
  }
}
