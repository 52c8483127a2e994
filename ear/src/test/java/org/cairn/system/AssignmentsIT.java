package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tracks that are assigned, and what their learners and the coach make of it. */
class AssignmentsIT extends SystemTest {

  private static final String DISTRICT = "/api/v1/admin/onboarding/assignments";
  private static final String COACH = "/api/v1/learning/onboarding/coach";
  private static final String SOON = "2098-03-06T22:00:00Z";

  @Test
  void aTeacherAssignsToTheOwnClassAndItsLearnersSeeIt() throws SQLException {
    Client teacher = server().as(Person.EARNEST_BUCK);
    String path = ofClass(dalesClass());
    Client.Answer made = teacher.post(path, body("reading-start", SOON));
    assertEquals(200, made.status(), made::toString);
    assertEquals(made.text(), teacher.post(path, body("reading-start", SOON)).text());
    JsonNode track = track(Person.DALE_JIMENEZ, "reading-start");
    assertTrue(track.path("isRequired").asBoolean(), track::toString);
    assertEquals(SOON, track.path("dueAt").asText());
    Client.Answer moved = teacher.post(path, body("reading-start", "2097-03-06T22:00:00Z"));
    assertEquals(made.body().path("id"), moved.body().path("id"));
    assertEquals(
        "2097-03-06T22:00:00Z", track(Person.DALE_JIMENEZ, "reading-start").path("dueAt").asText());
    assertTrue(teacher.get(path).text().contains(made.body().path("id").asText()));
    String one = path + "/" + made.body().path("id").asText();
    assertEquals(204, teacher.delete(one).status());
    assertEquals(404, teacher.delete(one).status());
    assertFalse(track(Person.DALE_JIMENEZ, "reading-start").path("isRequired").asBoolean());
    assertTrue(audited("TRACK_ASSIGNED") >= 2);
    assertTrue(audited("TRACK_UNASSIGNED") >= 1);
  }

  @Test
  void othersClassesAndOthersLearnersAreNotFound() throws SQLException {
    String path = ofClass(dalesClass());
    String nowhere = ofClass(UUID.randomUUID().toString());
    for (Person stranger : new Person[] {Person.GENE_MACIAS, Person.GRACE_OKAFOR}) {
      Client.Answer refused = server().as(stranger).get(path);
      Client.Answer unknown = server().as(stranger).get(nowhere);
      assertRefused(404, "CLASS_NOT_FOUND", refused);
      assertEquals(withoutInstance(unknown), withoutInstance(refused));
      assertRefused(
          404, "CLASS_NOT_FOUND", server().as(stranger).post(path, body("first-steps", SOON)));
    }
    Map<String, Object> other = body("first-steps", SOON);
    other.put("learnerId", server().learnerId(Person.TYRONE_DYER));
    assertRefused(404, "LEARNER_NOT_FOUND", server().as(Person.EARNEST_BUCK).post(path, other));
    assertRefused(404, "LEARNER_NOT_FOUND", server().as(Person.VICTOR_STONE).post(DISTRICT, other));
    assertEquals(403, server().as(Person.DALE_JIMENEZ).get(path).status());
    assertEquals(403, server().as(Person.EARNEST_BUCK).get(DISTRICT).status());
  }

  @Test
  void whatTheDistrictAssignedNoTeacherTakesBack() throws SQLException {
    Map<String, Object> body = body("card-drill", SOON);
    body.put("classId", dalesClass());
    Client admin = server().as(Person.DAVID_WILSON);
    String id = admin.post(DISTRICT, body).body().path("id").asText();
    Client teacher = server().as(Person.EARNEST_BUCK);
    String path = ofClass(dalesClass());
    assertTrue(teacher.get(path).text().contains(id));
    assertRefused(404, "ASSIGNMENT_NOT_FOUND", teacher.delete(path + "/" + id));
    assertRefused(
        404, "ASSIGNMENT_NOT_FOUND", server().as(Person.VICTOR_STONE).delete(DISTRICT + "/" + id));
    assertEquals(204, admin.delete(DISTRICT + "/" + id).status());
  }

  @Test
  void aGradesAssignmentIsItsLearnersOnlyAndTheListIsPaged() {
    Client admin = server().as(Person.DAVID_WILSON);
    Map<String, Object> grade = body("reading-start", SOON);
    grade.put("grade", "03");
    String id = admin.post(DISTRICT, grade).body().path("id").asText();
    grade.put("grade", "12");
    String last = admin.post(DISTRICT, grade).body().path("id").asText();
    assertEquals(SOON, track(Person.TYRONE_DYER, "reading-start").path("dueAt").asText());
    assertFalse(track(Person.LISA_WOODS, "reading-start").has("dueAt"));
    JsonNode page = admin.get(DISTRICT + "?limit=1&trackKey=reading-start").body();
    assertEquals(1, page.path("items").size());
    String next = "?limit=500&trackKey=reading-start&cursor=" + page.path("next").asText();
    assertTrue(admin.get(DISTRICT + next).text().contains(last));
    assertEquals(204, admin.delete(DISTRICT + "/" + id).status());
    assertEquals(204, admin.delete(DISTRICT + "/" + last).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|400|ASSIGNMENT_INVALID|/trackKey",
        "{\"trackKey\":\"first-steps\",\"grade\":\"03\"}|400|ASSIGNMENT_INVALID|/dueAt",
        "{\"trackKey\":\"first-steps\",\"grade\":\"03\",\"dueAt\":\"2020-01-01T00:00:00Z\"}|400|ASSIGNMENT_INVALID|/dueAt",
        "{\"trackKey\":\"first-steps\",\"grade\":\"03\",\"dueAt\":\"+999999999-01-01T00:00:00Z\"}|400|ASSIGNMENT_INVALID|/dueAt",
        "{\"trackKey\":\"first-steps\",\"grade\":\"third\",\"dueAt\":\"2098-01-01T00:00:00Z\"}|400|ASSIGNMENT_INVALID|/grade",
        "{\"trackKey\":\"no-such\",\"grade\":\"03\",\"dueAt\":\"2098-01-01T00:00:00Z\"}|404|TRACK_NOT_FOUND|/trackKey",
        "{\"trackKey\":\"first-steps\",\"classId\":\"x\",\"dueAt\":\"2098-01-01T00:00:00Z\"}|400|INVALID_REQUEST|/classId",
        "{\"trackKey\":\"first-steps\",\"classId\":\"00000000-0000-7000-8000-000000000000\",\"dueAt\":\"2098-01-01T00:00:00Z\"}|404|CLASS_NOT_FOUND|/classId"
      })
  void badInputNamesItsField(String body, int status, String code, String field) {
    Client.Answer answer = server().as(Person.DAVID_WILSON).post(DISTRICT, body);
    assertRefused(status, code, answer);
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void theCoachSpeaksFirstOfWhatIsDueThenKeepsToItsMeasure() {
    Client lisa = server().as(Person.LISA_WOODS);
    Map<String, Object> body = body("card-drill", Instant.now().plusSeconds(86_400).toString());
    body.put("learnerId", server().learnerId(Person.LISA_WOODS));
    Client admin = server().as(Person.DAVID_WILSON);
    String id = admin.post(DISTRICT, body).body().path("id").asText();
    Client.Answer first = lisa.get(COACH);
    assertEquals(200, first.status(), first::toString);
    JsonNode tip = first.body().path("tip");
    assertEquals("card-drill", tip.path("trackKey").asText(), first::toString);
    assertEquals("first-card", tip.path("stepKey").asText());
    assertEquals(10, tip.path("xpReward").asInt());
    assertTrue(tip.path("required").asBoolean());
    assertEquals(first.text(), lisa.get(COACH).text());
    Map<String, Object> card =
        OnboardingEventIT.event("me", Learners.newId(), "drill.card.answered");
    card.put("eventPayload", Map.of("correct", true));
    assertEquals(200, lisa.post(OnboardingEventIT.EVENTS, card).status());
    JsonNode silent = lisa.get(COACH).body();
    assertTrue(silent.path("tip").isNull(), silent::toString);
    assertEquals("COOLING_DOWN", silent.path("silence").asText());
    assertFalse(silent.path("until").asText().isEmpty());
    assertEquals(204, admin.delete(DISTRICT + "/" + id).status());
  }

  @Test
  void aFirstGraderIsCoachedWithoutXp() {
    JsonNode said = server().as(Person.DALE_JIMENEZ).get(COACH).body();
    assertTrue(said.has("tip"), said::toString);
    assertFalse(said.path("tip").has("xpReward"), said::toString);
    assertEquals(403, server().as(Person.EARNEST_BUCK).get(COACH).status());
  }

  @Test
  void aTracksOfAnotherRoleIsNoLearnersTrack() {
    JsonNode tracks =
        server().as(Person.LISA_WOODS).get("/api/v1/learning/onboarding/tracks").body();
    assertFalse(tracks.toString().contains("teacher-start"));
    assertTrue(tracks.toString().contains("seven-days"));
  }

  private static JsonNode track(Person person, String key) {
    for (JsonNode track : server().as(person).get("/api/v1/learning/onboarding/tracks").body()) {
      if (track.path("key").asText().equals(key)) {
        return track;
      }
    }
    throw new AssertionError("no track " + key);
  }

  private static Map<String, Object> body(String track, String dueAt) {
    Map<String, Object> body = new HashMap<>();
    body.put("trackKey", track);
    body.put("dueAt", dueAt);
    return body;
  }

  private static String ofClass(String classId) {
    return "/api/v1/classes/" + classId + "/onboarding/assignments";
  }

  /** A class in which Earnest Buck teaches Dale Jimenez. */
  private static String dalesClass() throws SQLException {
    return text(
        """
        select t.class_id from cairn.enrollment t
        join cairn.roster_user u on u.tenant_id = t.tenant_id and u.id = t.user_id
        join cairn.enrollment s on s.tenant_id = t.tenant_id and s.class_id = t.class_id
        where t.tenant_id = 'grand-bend' and t.role = 'teacher' and u.given_name = 'Earnest'
          and u.family_name = 'Buck' and s.role = 'student' and s.user_id = '%s'
        order by 1 limit 1
        """
            .formatted(server().learnerId(Person.DALE_JIMENEZ)));
  }

  private static int audited(String action) throws SQLException {
    return Integer.parseInt(
        text("select count(*) from cairn.audit_entry where action = '" + action + "'"));
  }

  private static String text(String query) throws SQLException {
    try (Connection all = server().superuser();
        Statement statement = all.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertTrue(row.next(), query);
      return row.getString(1);
    }
  }

  private static String withoutInstance(Client.Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private static void assertRefused(int status, String code, Client.Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertEquals(code, answer.code(), answer::toString);
  }
}
