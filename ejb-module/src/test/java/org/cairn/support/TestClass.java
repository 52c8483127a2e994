package org.cairn.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;

/** A school in Chicago with a class, on the real database. Today is a Wednesday. */
final class TestClass {

  static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-03-18");

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, time_zone)
          values (:tenant, :id, :id::text, 'active', 'A place', 'school', 'America/Chicago')
          """);
  private static final SqlText CLOSED =
      SqlText.of(
          """
          insert into non_school_day (tenant_id, org_id, day, reason)
          values (:tenant, :id, :day, 'A break')
          """);
  private static final SqlText YEAR =
      SqlText.of(
          """
          insert into academic_session (tenant_id, id, sourced_id, status, title, type, start_date,
            end_date, school_year)
          values (:tenant, :id, :id::text, 'active', 'A year', 'schoolYear', '2026-01-05',
            '2026-07-31', 2026)
          """);
  private static final SqlText COURSE =
      SqlText.of(
          """
          insert into course (tenant_id, id, sourced_id, status, title, grades, subjects, org_id)
          values (:tenant, :id, :id::text, 'active', 'A course', '{}', '{}', :school)
          """);
  private static final SqlText CLASS =
      SqlText.of(
          """
          insert into class (tenant_id, id, sourced_id, status, title, class_type, grades, subjects,
            course_id, school_id)
          values (:tenant, :id, :id::text, 'active', 'A class', 'scheduled', '{}', '{}', :course,
            :school)
          """);
  private static final SqlText ENROLL =
      SqlText.of(
          """
          insert into enrollment (tenant_id, id, sourced_id, status, class_id, user_id, role,
            is_primary)
          values (:tenant, :id, :id::text, 'active', :class, :user, :role, false)
          """);
  private static final SqlText HAS_ROLE =
      SqlText.of(
          """
          insert into user_role (tenant_id, id, sourced_id, status, user_id, org_id, role,
            role_type)
          values (:tenant, :id, :id::text, 'active', :user, :school, :role, 'primary')
          """);
  private static final SqlText PLACE =
      SqlText.of(
          """
          update roster_user set primary_org_id = :school, given_name = :given,
            family_name = :family
          where tenant_id = :tenant and id = :id
          """);
  private static final SqlText LINK =
      SqlText.of(
          """
          insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)
          values (:tenant, :guardian, :learner, 'roster', 'live', :now)
          """);
  private static final SqlText ABOVE =
      SqlText.of(
          """
          insert into learning_journey (tenant_id, learner_id, grade, school_year, career,
            companion, journeys_started, skills_of_grade, started_at, last_at)
          values (:tenant, :learner, '04', 2026, 'chef', 'spark', 1, 4, :at, :at)
          on conflict do nothing
          """);
  private static final SqlText JOURNEY =
      SqlText.of(
          """
          insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
            started_at)
          values (:tenant, :learner, :id, '04', 2026, 'chef', 'spark', :at)
          """);
  private static final SqlText LESSON =
      SqlText.of(
          """
          insert into container_session (tenant_id, learner_id, id, journey_id, container, subject,
            skill_id, question_ids, question_versions, question_shared, expected_time, started_at,
            answered, attempted, correct, score, completed_at, completed_by)
          values (:tenant, :learner, :id, :journey, :container, :subject, :skill,
            '{a,b,c,d,e}', '{1,1,1,1,1}', '{t,t,t,t,t}', 60, :at, 5, :attempted, 0, :score,
            :at, :id::text)
          """);
  private static final SqlText ANSWER =
      SqlText.of(
          """
          insert into question_attempt (tenant_id, learner_id, event_id, journey_id, session_id,
            question_id, school_year, subject, skill_id, question_type, answer, verified, correct,
            key_version, grade, school_day, time_spent, hints_used, effective_at)
          values (:tenant, :learner, :event, :journey, :session, 'q', 2026, 'Math', :skill,
            'practice', '{x}', :verified, :correct, 1, '04', :day, 1, 0, :at)
          """);
  private static final SqlText TRAINED =
      SqlText.of(
          """
          insert into skill_authority (tenant_id, learner_id, skill_id, subject, best_score,
            mastered, completed_at, event_id)
          values (:tenant, :learner, :skill, :subject, :score, :mastered, :at, 'e')
          on conflict (tenant_id, learner_id, skill_id) do update set
            best_score = excluded.best_score, mastered = excluded.mastered
          """);

  static final List<String> CONTAINERS = List.of("LEARN", "EXPERIENCE", "DISCOVER");
  static final List<String> SUBJECTS = List.of("Math", "ELA", "Science", "Social Studies");

  final String tenant = TestDatabase.newTenant();
  final UUID school = Ids.next();
  final UUID classId = Ids.next();
  final UUID teacher = TestPeople.learner(tenant);
  final UUID principal = TestPeople.learner(tenant);
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  TestClass() {
    UUID course = Ids.next();
    put(SCHOOL, Map.of("id", school));
    put(YEAR, Map.of("id", Ids.next()));
    put(COURSE, Map.of("id", course, "school", school));
    put(CLASS, Map.of("id", classId, "course", course, "school", school));
    enroll(teacher, "teacher");
    put(
        HAS_ROLE,
        Map.of("id", Ids.next(), "user", principal, "school", school, "role", "principal"));
  }

  void nowIs(String time) {
    clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  void closed(LocalDate day) {
    put(CLOSED, Map.of("id", school, "day", day));
  }

  /** Somebody who attends the class. */
  UUID learner(String given, String family) {
    UUID id = TestPeople.learner(tenant);
    put(PLACE, Map.of("id", id, "school", school, "given", given, "family", family));
    enroll(id, "student");
    put(HAS_ROLE, Map.of("id", Ids.next(), "user", id, "school", school, "role", "student"));
    return id;
  }

  UUID guardianOf(UUID learner) {
    UUID guardian = TestPeople.learner(tenant);
    put(LINK, Map.of("guardian", guardian, "learner", learner, "now", NOW));
    return guardian;
  }

  UUID journey(UUID learner, Instant at) {
    UUID id = Ids.next();
    put(ABOVE, Map.of("learner", learner, "at", at));
    put(JOURNEY, Map.of("learner", learner, "id", id, "at", at));
    return id;
  }

  /** A completed lesson, the number'th of twelve. */
  UUID lesson(UUID learner, UUID journey, int number, String skill, int score, Instant at) {
    UUID id = Ids.next();
    put(
        LESSON,
        Map.of(
            "learner", learner,
            "id", id,
            "journey", journey,
            "container", CONTAINERS.get(number / 4),
            "subject", SUBJECTS.get(number % 4),
            "skill", skill,
            "attempted", score < 0 ? 0 : 5,
            "score", Math.max(0, score),
            "at", at));
    return id;
  }

  void answer(UUID learner, UUID journey, UUID lesson, String event, String skill, Answer answer) {
    put(
        ANSWER,
        Map.of(
            "learner", learner,
            "journey", journey,
            "session", lesson,
            "event", event,
            "skill", skill,
            "verified", answer.verified(),
            "correct", answer.verified() && answer.correct(),
            "day", LocalDate.ofInstant(answer.at(), ZoneOffset.UTC),
            "at", answer.at()));
  }

  /** An answer as it was scored. */
  record Answer(boolean verified, boolean correct, Instant at) {}

  void trained(UUID learner, String skill, String subject, int score) {
    put(
        TRAINED,
        Map.of(
            "learner", learner,
            "skill", skill,
            "subject", subject,
            "score", score,
            "mastered", score >= 70,
            "at", NOW));
  }

  /** Works as a person with a role, through a boundary. */
  <B, T> T as(String role, @Nullable UUID person, Class<B> boundary, Function<B, T> work) {
    Caller caller =
        new Caller(
            tenant,
            "sub-" + person,
            Set.of(role),
            person == null ? "nobody" : person.toString(),
            null);
    return TestDatabase.as(caller, sql -> work.apply(Wired.of(boundary, sql, clock)));
  }

  <T> T asTeacher(Function<ClassOverviews, T> work) {
    return as(Roles.TEACHER, teacher, ClassOverviews.class, work);
  }

  /** Works on a collaborator as a job does. */
  <B, T> T with(Class<B> type, Function<B, T> work) {
    return TestDatabase.inTenant(tenant, sql -> work.apply(Wired.of(type, sql, clock)));
  }

  private void enroll(UUID user, String role) {
    put(ENROLL, Map.of("id", Ids.next(), "class", classId, "user", user, "role", role));
  }

  private void put(SqlText text, Map<String, ?> values) {
    TestDatabase.inTenant(
        tenant,
        sql -> {
          SqlCall call = sql.with(text);
          values.forEach(call::set);
          return call.update();
        });
  }
}
