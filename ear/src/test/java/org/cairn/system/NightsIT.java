package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What jobs of the night write to the object storage comes back. */
class NightsIT extends SystemTest {

  private static final String BACKUPS = "/api/v1/admin/backups";
  private static final String JOURNEYS = "/api/v1/learning/journeys";
  private static final String SESSIONS = "/api/v1/learning/sessions/";
  private static final String ROWS = "xp_transaction where tenant_id = 'lakeside'";

  @Test
  void anEmptiedDistrictIsBackUpAsItWas() throws Exception {
    answered(server().as(Person.NINA_ALVAREZ));
    Client admin = server().as(Person.VICTOR_STONE);
    JobRuns.run(admin, "profile-backup");
    JsonNode backup = admin.get(BACKUPS + "?limit=1").body().at("/items/0");
    String id = backup.path("id").asText();
    assertEquals(backup, admin.get(BACKUPS + "/" + id).body());
    assertEquals(
        TestSql.numberAs("lakeside", "select count(*) from " + ROWS),
        backup.path("ledgerRows").asLong(),
        backup::toString);
    String profile = server().as(Person.NINA_ALVAREZ).get("/api/v1/learners/me/profile").text();

    JsonNode tried = restore(admin, id, true);
    assertEquals(0, tried.path("restored").asInt(), tried::toString);
    empty();
    assertNotEquals(
        profile, server().as(Person.NINA_ALVAREZ).get("/api/v1/learners/me/profile").text());
    JsonNode restored = restore(admin, id, false);
    assertEquals("COMPLETED", restored.path("state").asText(), restored::toString);
    assertEquals(backup.path("profiles"), restored.path("restored"), restored::toString);
    assertEquals(backup.path("ledgerRows"), restored.path("ledgerRows"));
    assertEquals(0, restored.path("differing").asInt(), restored::toString);
    assertEquals(
        profile, server().as(Person.NINA_ALVAREZ).get("/api/v1/learners/me/profile").text());
    JsonNode again = restore(admin, id, false);
    assertEquals(0, again.path("restored").asInt() + again.path("ledgerRows").asInt());
    assertEquals(backup.path("profiles"), again.path("whole"));
    assertEquals(3, admin.get(BACKUPS + "/" + id + "/restores").body().path("items").size());

    Client stranger = server().as(Person.DAVID_WILSON);
    assertEquals(404, stranger.get(BACKUPS + "/" + id).status());
    assertEquals(404, stranger.get(BACKUPS + "/" + id + "/restores").status());
    Client.Answer refused = stranger.post(BACKUPS + "/" + id + ":restore", Map.of());
    assertEquals("BACKUP_NOT_FOUND", refused.code(), refused::toString);
    assertEquals(403, server().as(Person.GRACE_OKAFOR).get(BACKUPS).status());
  }

  @Test
  void aJourneyOfLongAgoIsReadAsBefore() throws Exception {
    Client nina = server().as(Person.NINA_ALVAREZ);
    JsonNode lesson = answered(nina);
    String journey = lesson.path("journeyId").asText();
    age(journey);
    String learner = server().learnerId(Person.NINA_ALVAREZ);
    String own = SESSIONS + lesson.path("sessionId").asText();
    String seen = "/api/v1/learners/" + learner + "/journeys/" + journey;
    JsonNode session = nina.get(own).body();
    assertEquals(2, session.path("history").size());
    Map<String, JsonNode> before = read(seen);
    String plan = plan(seen);
    assertTrue(plan.contains("Lesson plan for Nina"), plan);

    JsonNode run = JobRuns.run(server().as(Person.VICTOR_STONE), "session-archive");
    assertEquals(1, run.at("/counts/written").asInt(), run::toString);
    assertEquals(
        0,
        TestSql.numberAs(
            "lakeside",
            "select count(*) from question_attempt where journey_id = '" + journey + "'"));
    assertEquals(session, nina.get(own).body());
    Map<String, JsonNode> after = read(seen);
    after.forEach(
        (who, answer) -> {
          assertTrue(answer.path("archived").asBoolean(), who + answer);
          ((ObjectNode) answer).put("archived", false);
        });
    assertEquals(before, after);
    change("delete from lesson_plan where journey_id = '" + journey + "'");
    assertEquals(plan, plan(seen), "made anew, out of the archive");

    JsonNode second = JobRuns.run(server().as(Person.VICTOR_STONE), "session-archive");
    assertEquals(0, second.at("/counts/read").asInt(), second::toString);
    Client.Answer late = nina.post(own + "/answers", answer(question(lesson, 3)));
    assertEquals(409, late.status(), late::toString);
    assertEquals("JOURNEY_ARCHIVED", late.code());
  }

  /** The journey and its summary, as the learner, a guardian, a teacher and the district see it. */
  private static Map<String, JsonNode> read(String journey) {
    Map<String, JsonNode> read = new HashMap<>();
    for (Person person :
        List.of(
            Person.NINA_ALVAREZ, Person.ROSA_ALVAREZ, Person.GRACE_OKAFOR, Person.VICTOR_STONE)) {
      for (String what : List.of("", "/summary")) {
        Client.Answer answer = server().as(person).get(journey + what);
        assertEquals(200, answer.status(), answer::toString);
        read.put(person + what, answer.body());
      }
    }
    return read;
  }

  /** What the guardian reads in the lesson plan. */
  private static String plan(String journey) throws Exception {
    Client.Answer link = server().as(Person.ROSA_ALVAREZ).post(journey + "/lesson-plan/links", "");
    return LinkedPdf.text(LinkedPdf.open(link.body().path("url").asText()));
  }

  /** A lesson of a new journey, of which two questions are answered. */
  private static JsonNode answered(Client learner) {
    String journey = Learners.newId();
    Client.Answer begun =
        learner.post(
            JOURNEYS, Map.of("journeyId", journey, "career", "chef", "companion", "spark"));
    assertEquals(2, begun.status() / 100, begun::toString);
    Client.Answer lesson =
        learner.post(
            JOURNEYS + "/" + journey + "/sessions",
            Map.of("container", "LEARN", "subject", "Math", "skillId", "math-multiply-divide"));
    assertEquals(2, lesson.status() / 100, lesson::toString);
    for (int i = 0; i < 2; i++) {
      Client.Answer given =
          learner.post(
              SESSIONS + lesson.body().path("sessionId").asText() + "/answers",
              answer(question(lesson.body(), i)));
      assertEquals(200, given.status(), given::toString);
    }
    return lesson.body();
  }

  private static String question(JsonNode lesson, int number) {
    return lesson.path("questions").path(number).path("questionId").asText();
  }

  private static Map<String, Object> answer(String question) {
    return Map.of(
        "eventId",
        Learners.newId(),
        "questionId",
        question,
        "questionType",
        "practice",
        "answer",
        Content.right(question),
        "timeSpent",
        12,
        "hintsUsed",
        0);
  }

  private static JsonNode restore(Client admin, String backup, boolean dryRun) throws Exception {
    Client.Answer begun = admin.post(BACKUPS + "/" + backup + ":restore", Map.of("dryRun", dryRun));
    assertEquals(202, begun.status(), begun::toString);
    String run = URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
    JobRuns.await(admin, run);
    JsonNode restored = admin.get(BACKUPS + "/" + backup + "/restores").body().at("/items/0");
    assertEquals(begun.body().path("id"), restored.path("id"));
    assertEquals(dryRun, restored.path("dryRun").asBoolean());
    return restored;
  }

  private static void empty() throws SQLException {
    change(
        "delete from xp_transaction where tenant_id = 'lakeside'",
        "delete from game_profile where tenant_id = 'lakeside'");
  }

  /** Has the journey be of two years ago, in a school year of its own. */
  private static void age(String journey) throws SQLException {
    String of = " where tenant_id = 'lakeside' and %s = '" + journey + "'";
    change(
        "insert into learning_journey (tenant_id, learner_id, grade, school_year, career, companion,"
            + " journeys_started, skills_of_grade, started_at, last_at)"
            + " select tenant_id, learner_id, grade, 2024, career, companion, 1, 4,"
            + " '2024-03-04T15:00:00Z', '2024-03-04T15:00:00Z' from journey"
            + of.formatted("id"),
        "update journey set started_at = '2024-03-04T15:00:00Z', school_year = 2024"
            + of.formatted("id"),
        "update container_session set started_at = '2024-03-04T15:00:00Z'"
            + of.formatted("journey_id"),
        "update question_attempt set effective_at = '2024-03-04T15:00:00Z', school_year = 2024"
            + of.formatted("journey_id"));
  }

  private static void change(String... statements) throws SQLException {
    try (Connection superuser = server().superuser();
        Statement change = superuser.createStatement()) {
      change.execute("set search_path = cairn");
      for (String statement : statements) {
        assertFalse(change.execute(statement));
      }
    }
  }
}
