package org.cairn.analytics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.archive.Archive;
import org.cairn.archive.TestArchive;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;

/** A district with a school, what its learners' logs say, and the jobs that make figures of it. */
final class TestFigures {

  static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, time_zone)
          values (:tenant, :id, :id::text, 'active', 'A place', 'school', 'America/Chicago')
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
          "update roster_user set primary_org_id = :school where tenant_id = :tenant and id = :id");
  private static final SqlText MINIMUM =
      SqlText.of(
          """
          insert into leaderboard_settings (tenant_id, revision, enabled, minimum_group,
            schools_off, classes_off, changed_at)
          values (:tenant, 1, true, :minimum, '{}', '{}', :at)
          """);
  private static final SqlText OPEN_LOG =
      SqlText.of(
          """
          insert into learner_log (tenant_id, learner_id, last_position)
          values (:tenant, :learner, 0) on conflict do nothing
          """);
  private static final SqlText APPEND =
      SqlText.of(
          """
          with log as (
            update learner_log set last_position = last_position + 1
            where tenant_id = :tenant and learner_id = :learner returning last_position
          )
          insert into learning_event (tenant_id, learner_id, position, event_id, name, payload,
            occurred_at, effective_at, recorded_at, trust)
          select :tenant, :learner, log.last_position, :event, :name, :payload::jsonb, :at, :at, :at,
            :trust
          from log
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
            '{a,b,c,d,e}', '{1,1,1,1,1}', '{t,t,t,t,t}', 60, :at, 5, :attempted, 0, :score, :at, :id::text)
          """);

  final String tenant = TestDatabase.newTenant();
  final UUID school = Ids.next();
  final UUID principal = TestPeople.learner(tenant);
  private final Archive archive;
  private final Months months;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  TestFigures(Path folder, MonthRules rules) {
    archive = TestArchive.in(folder);
    months = new Months(rules, 2, 30);
    put(SCHOOL, Map.of("id", school));
    role(principal, school, "principal");
    rules.wanted(NOW).forEach(month -> inShared(s -> new PartitionStore(s).make(month)));
  }

  void nowIs(String time) {
    clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  void tellsOf(int minimum) {
    put(MINIMUM, Map.of("minimum", minimum, "at", NOW));
  }

  UUID otherSchool() {
    UUID id = Ids.next();
    put(SCHOOL, Map.of("id", id));
    return id;
  }

  UUID learner() {
    return learner(school);
  }

  UUID learner(UUID at) {
    UUID id = TestPeople.learner(tenant);
    put(PLACE, Map.of("id", id, "school", at));
    role(id, at, "student");
    put(OPEN_LOG, Map.of("learner", id));
    return id;
  }

  private void role(UUID user, UUID at, String role) {
    put(HAS_ROLE, Map.of("id", Ids.next(), "user", user, "school", at, "role", role));
  }

  /** An event in a learner's log. */
  void log(UUID learner, String event, String name, String trust, Instant at, String payload) {
    put(
        APPEND,
        Map.of(
            "learner", learner,
            "event", event,
            "name", name,
            "trust", trust,
            "at", at,
            "payload", payload));
  }

  UUID journey(UUID learner, String career, String companion, Instant at) {
    UUID id = Ids.next();
    put(ABOVE, Map.of("learner", learner, "at", at));
    put(JOURNEY, Map.of("learner", learner, "id", id, "at", at));
    String payload =
        """
        {"journeyId": "%s", "gradeLevel": "04", "schoolYear": 2026, "career": "%s",
         "companion": "%s"}"""
            .formatted(id, career, companion);
    log(learner, "journey/" + id + "/started", "journey.started", "CLIENT", at, payload);
    return id;
  }

  void answer(UUID learner, UUID journey, String skill, int number, boolean right, Instant at) {
    String payload =
        """
        {"journeyId": "%s", "container": "LEARN", "subject": "Math", "skillId": "%s",
         "timeSpent": 10, "correct": %s, "try": %d}"""
            .formatted(journey, skill, right, number);
    log(learner, "a" + Ids.next(), "question.answered", "SERVER", at, payload);
  }

  UUID lesson(UUID learner, UUID journey, int number, String skill, int score, Instant at) {
    return lesson(learner, journey, number, skill, score, 5, at);
  }

  /** A lesson none of whose answers has a key. */
  UUID unscored(UUID learner, UUID journey, int number, String skill, Instant at) {
    return lesson(learner, journey, number, skill, 0, 0, at);
  }

  private UUID lesson(
      UUID learner, UUID journey, int number, String skill, int score, int attempted, Instant at) {
    UUID id = Ids.next();
    String container = List.of("LEARN", "EXPERIENCE", "DISCOVER").get(number / 4);
    String subject = List.of("Math", "ELA", "Science", "Social Studies").get(number % 4);
    put(
        LESSON,
        Map.of(
            "learner", learner,
            "id", id,
            "journey", journey,
            "container", container,
            "subject", subject,
            "skill", skill,
            "score", score,
            "attempted", attempted,
            "at", at));
    String payload =
        """
        {"journeyId": "%s", "sessionId": "%s", "container": "%s", "subject": "%s",
         "skillId": "%s", "score": %d}"""
            .formatted(journey, id, container, subject, skill, score);
    log(learner, "session/" + id + "/completed", "session.completed", "SERVER", at, payload);
    return id;
  }

  void complete(UUID learner, UUID journey, String score, Instant at) {
    String payload = "{\"journeyId\": \"%s\", \"overallScore\": %s}".formatted(journey, score);
    log(learner, "journey/" + journey + "/completed", "journey.completed", "SERVER", at, payload);
  }

  /** All that the feed has not read, as its job reads it; events that cannot be read left out. */
  List<FeedItem> items(int page) {
    List<FeedItem> items = new ArrayList<>();
    List<FeedItem> more;
    do {
      String after = items.isEmpty() ? null : items.get(items.size() - 1).key();
      more = feed(f -> f.page(after, page));
      items.addAll(more);
    } while (!more.isEmpty());
    return items;
  }

  void feed() {
    feed(
        f -> {
          f.begin();
          return true;
        });
    List<FeedItem> items = items(100).stream().filter(i -> i.fault().isEmpty()).toList();
    feed(
        f -> {
          f.take(items);
          f.end();
          return true;
        });
  }

  <T> T feed(Function<AnalyticsFeed, T> work) {
    return with(AnalyticsFeed.class, work);
  }

  <T> T closing(Function<AnalyticsClosing, T> work) {
    return with(AnalyticsClosing.class, work);
  }

  Archive archive() {
    return archive;
  }

  <B, T> T with(Class<B> type, Function<B, T> work) {
    return TestDatabase.inTenant(
        tenant, sql -> work.apply(Wired.of(type, sql, clock, archive, months)));
  }

  /** Works in the reserved tenant. */
  static <T> T inShared(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(Tenants.SHARED, work);
  }

  /** Works as a person with a role, through the boundary. */
  <T> T as(String role, @Nullable UUID person, Function<Analytics, T> work) {
    Caller caller =
        new Caller(
            tenant,
            "sub-" + person,
            Set.of(role),
            person == null ? "nobody" : person.toString(),
            null);
    return TestDatabase.as(caller, sql -> work.apply(Wired.of(Analytics.class, sql, clock)));
  }

  /** All four reports of some months, as the district's administrator sees them. */
  Map<String, Object> reports(String from, String to) {
    AnalyticsQuery query = new AnalyticsQuery(from, to, null, null, null);
    Map<String, Object> reports = new HashMap<>();
    reports.put("careers", admin(a -> a.careers(query, null, 500)).items());
    reports.put("companions", admin(a -> a.companions(query, null, 500)).items());
    reports.put("skills", admin(a -> a.skills(query, null, 500)).items());
    reports.put("journeys", admin(a -> a.journeys(query, null, 500)).items());
    return reports;
  }

  <T> T admin(Function<Analytics, T> work) {
    return as(Roles.DISTRICT_ADMIN, null, work);
  }

  long number(SqlText text) {
    return TestDatabase.inTenant(
        tenant, sql -> sql.with(text).first(row -> row.getLong(1)).orElseThrow());
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

  static LocalDate month(String text) {
    return LocalDate.parse(text + "-01");
  }
}
