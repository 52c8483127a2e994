package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A larger batch is larger statements, never more of them. */
class RoundTripsIT extends SystemTest {

  private static final int COUNTS = 3;

  /** Most rounds of jobs are over by then. */
  private static final Duration APART = Duration.ofMillis(500);

  private static final List<String> NAMES =
      List.of("cairn.opened", "companion.chosen", "goal.set", "lesson.started", "page.read");

  @Test
  void doNotGrowWithTheBatch() throws SQLException {
    statementsOf(5);
    long one = least(() -> statementsOf(5));
    assertEquals(one, least(() -> statementsOf(50)));
    assertEquals(one, least(() -> statementsOf(500)));
    assertTrue(one <= 15, () -> "statements: " + one);
  }

  @Test
  void aRepeatedBatchTakesNoMoreEither() throws SQLException {
    String learner = Learners.take(1).get(0);
    statementsOf(learner, 50);
    long few = least(() -> statementsOf(learner, 5));
    assertEquals(few, least(() -> statementsOf(learner, 50)));
  }

  @Test
  void furtherEventsOfAKnownDayCostNothingForTheStreak() throws SQLException {
    long first = least(() -> plain(newLearner(), "first"));
    String learner = newLearner();
    plain(learner, "first");
    long further = least(() -> plain(learner, Learners.newId()));
    // Less the log that is opened and asked again, the day that is read, written and noted,
    // and the entry for boards that is looked for and made.
    assertEquals(first - 7, further);
  }

  @Test
  void anAnswerTakesTheSameHoweverManyWereGivenBefore() throws SQLException {
    Client lisa = server().as(Person.LISA_WOODS);
    String journey = Learners.newId();
    lisa.post(
        "/api/v1/learning/journeys",
        Map.of("journeyId", journey, "career", "engineer", "companion", "spark"));
    String sessions = "/api/v1/learning/journeys/" + journey + "/sessions";
    Client.Answer lesson =
        lisa.post(
            sessions,
            Map.of("container", "LEARN", "subject", "Math", "skillId", "math-linear-equations"));
    assertEquals(200, lesson.status(), lesson::toString);
    String answers =
        "/api/v1/learning/sessions/" + lesson.body().path("sessionId").asText() + "/answers";
    String question = lesson.body().path("questions").path(0).path("questionId").asText();

    answer(22, lisa, answers, question);
    long few = least(() -> count(() -> answered(lisa, answers, question)));
    answer(20, lisa, answers, question);

    assertEquals(few, least(() -> count(() -> answered(lisa, answers, question))));
    assertTrue(few <= 20, () -> "statements: " + few);
  }

  /** More than twenty end what tracks count. */
  private static void answer(int times, Client learner, String answers, String question) {
    for (int i = 0; i < times; i++) {
      answered(learner, answers, question);
    }
  }

  private static void answered(Client learner, String answers, String question) {
    Client.Answer answer =
        learner.post(
            answers,
            Map.of(
                "eventId",
                Learners.newId(),
                "questionId",
                question,
                "questionType",
                "practice",
                "answer",
                Content.wrong(),
                "timeSpent",
                12,
                "hintsUsed",
                0));
    assertEquals(200, answer.status(), answer::toString);
  }

  @Test
  void ofProgressSyncDoNotGrowWithTheBatchEither() throws SQLException {
    synced(1);
    long one = least(() -> synced(1));
    assertEquals(one, least(() -> synced(10)));
    assertEquals(one, least(() -> synced(100)));
    assertTrue(one <= 12, () -> "statements: " + one);
  }

  @Test
  void aClassOfThreeHundredTakesNoMoreThanASmallOne() throws SQLException {
    String inClass =
        " where tenant_id = 'grand-bend' and role = 'teacher' and user_id = (select id from"
            + " cairn.roster_user where tenant_id = 'grand-bend' and given_name = 'Gene'"
            + " and family_name = 'Macias')";
    String leave = "delete from cairn.enrollment where sourced_id like 'crowd-%'";
    String join =
        """
        insert into cairn.enrollment (tenant_id, id, sourced_id, status, class_id, user_id, role,
          is_primary)
        select l.tenant_id, gen_random_uuid(), 'crowd-' || l.id, 'active',
          (select min(class_id::text)::uuid from cairn.enrollment%s), l.id, 'student',
          false
        from cairn.roster_user l
        where l.tenant_id = 'grand-bend' and l.grade > '05' and l.grade <> '09'
        order by l.id limit 300
        """
            .formatted(inClass);
    try {
      execute(leave);
      long few = fewest(inClass, 0);
      execute(join);
      assertEquals(few, fewest(inClass, 300));
      assertTrue(few <= 30, () -> "statements: " + few);
    } finally {
      execute(leave);
    }
  }

  /** What jobs send meanwhile can only add. */
  private static long fewest(String inClass, int learners) throws SQLException {
    long first = overview(inClass, learners);
    long second = overview(inClass, learners);
    return Math.min(first, Math.min(second, overview(inClass, learners)));
  }

  /** Both lists of Gene's first class, whole. */
  private static long overview(String inClass, int least) throws SQLException {
    String query = "select min(class_id::text) from cairn.enrollment" + inClass;
    try (Connection admin = server().superuser();
        Statement statement = admin.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      String path = "/api/v1/classes/" + row.getString(1);
      Client gene = server().as(Person.GENE_MACIAS);
      return count(
          () -> {
            Client.Answer learners = gene.get(path + "/learners?limit=500");
            assertTrue(learners.body().path("items").size() >= least, learners::toString);
            assertEquals(200, gene.get(path + "/needs-help?limit=500").status());
          });
    }
  }

  @Test
  void anOverviewTakesTheSameHoweverMuchALearnerHasDone() throws SQLException {
    Client lisa = server().as(Person.LISA_WOODS);
    String path = "/api/v1/learners/" + server().learnerId(Person.LISA_WOODS) + "/overview";
    begin(lisa);
    long few = least(() -> count(() -> seen(path)));
    for (int i = 0; i < 5; i++) {
      begin(lisa);
    }
    assertEquals(few, least(() -> count(() -> seen(path))));
    assertTrue(few <= 40, () -> "statements: " + few);
  }

  private static void seen(String path) {
    assertEquals(200, server().as(Person.DAVID_WILSON).get(path).status());
  }

  private static void begin(Client learner) {
    Map<String, String> journey =
        Map.of("journeyId", Learners.newId(), "career", "engineer", "companion", "spark");
    assertEquals(200, learner.post("/api/v1/learning/journeys", journey).status());
  }

  private static void execute(String command) throws SQLException {
    try (Connection admin = server().superuser();
        Statement statement = admin.createStatement()) {
      statement.execute(command);
    }
  }

  private static long synced(int count) throws SQLException {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          Map.of(
              "eventId", Learners.newId(),
              "occurredAt", Instant.now().toString(),
              "clientId", "round-trips",
              "type", "content.progressed",
              "payload", Map.of("contentId", "c" + i, "status", "passed")));
    }
    Object body = Map.of("clientUpdatedAt", Instant.now().toString(), "events", events);
    Client tyrone = server().as(Person.TYRONE_DYER);
    return count(
        () ->
            assertEquals(
                count,
                tyrone
                    .put("/api/v1/learning/progress", body)
                    .body()
                    .path("newEventsCount")
                    .asInt()));
  }

  @FunctionalInterface
  private interface Count {
    long take() throws SQLException;
  }

  /** What jobs send meanwhile is counted, too, and can only add: the least is the request's own. */
  private static long least(Count count) throws SQLException {
    long least = count.take();
    for (int i = 1; i < COUNTS; i++) {
      LockSupport.parkNanos(APART.toNanos());
      least = Math.min(least, count.take());
    }
    return least;
  }

  private static String newLearner() {
    return Learners.take(1).get(0);
  }

  /** An event that no track asks for. */
  private static long plain(String learner, String id) throws SQLException {
    return count(() -> Learners.report(List.of(Learners.event(learner, id, "page.turned"))));
  }

  private static long statementsOf(int count) throws SQLException {
    return statementsOf(newLearner(), count);
  }

  private static long statementsOf(String learner, int count) throws SQLException {
    return count(() -> Learners.report(events(learner, count)));
  }

  private static List<Map<String, Object>> events(String learner, int count) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Learners.event(learner, "r" + i, NAMES.get(i % NAMES.size())));
    }
    return events;
  }

  /** How many statements, begin and commit aside, the application sends meanwhile. */
  private static long count(Runnable request) throws SQLException {
    try (Connection admin = server().superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
      request.run();
      try (ResultSet row =
          statement.executeQuery(
              """
              select coalesce(sum(calls), 0) from pg_stat_statements
              where userid = 'cairn_app'::regrole and query !~* '^(begin|commit|set|show)'
                and query not like '%batch%' and query not like '%rolbypassrls%'
                and query not like '%onboarding_track %'
                and query not like '%rule_set%' and query not like '%rule_activation%'
              """)) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
