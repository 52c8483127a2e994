package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who care for learners see who needs help, and say what is to be worked on. */
class SupportIT extends SystemTest {

  private static final String JOURNEYS = "/api/v1/learning/journeys";
  private static final String SESSIONS = "/api/v1/learning/sessions/";
  private static final String SETTINGS = "/api/v1/admin/support-settings";
  private static final Map<String, String> SKILLS_OF_1 =
      Map.of(
          "Math", "math-add-within-20",
          "ELA", "ela-letters-and-words",
          "Science", "science-living-things",
          "Social Studies", "social-community");

  @Test
  void fourWrongAnswersInARowAreShownAndARightOneClearsThem() throws SQLException {
    Client dale = server().as(Person.DALE_JIMENEZ);
    JsonNode lesson = lesson(dale, start(dale), "LEARN", "Science");
    String question = lesson.path("questions").path(0).path("questionId").asText();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      events.add(answer(dale, lesson, question, Content.wrong()));
    }
    JsonNode row = wrongRow("science-living-things");
    List<String> shown = new ArrayList<>();
    row.path("attempts").forEach(attempt -> shown.add(attempt.path("eventId").asText()));
    assertTrue(shown.containsAll(events), row::toString);
    assertTrue(row.path("displayName").asText().contains("Dale"), row::toString);
    assertTrue(flags().contains("WRONG_IN_A_ROW"));
    answer(dale, lesson, question, Content.right(question));
    assertTrue(wrongRow("science-living-things").isMissingNode());
  }

  @Test
  void theClassIsShownToThoseWhoTeachOrRunItAndToNobodyElse() throws SQLException {
    String unknown = UUID.randomUUID().toString();
    for (String list : List.of("/learners", "/needs-help")) {
      String path = "/api/v1/classes/" + dalesClass() + list;
      for (Person person :
          List.of(Person.EARNEST_BUCK, Person.CHADWICK_GARNER, Person.DAVID_WILSON)) {
        Client.Answer seen = server().as(person).get(path);
        assertEquals(200, seen.status(), () -> person + ": " + seen);
        assertTrue(list.equals("/needs-help") || seen.text().contains("Dale"), person::name);
      }
      for (Person stranger :
          List.of(
              Person.DALE_JIMENEZ,
              Person.GABRIELLE_JIMENEZ,
              Person.FRANK_BRADY,
              Person.GENE_MACIAS,
              Person.GRACE_OKAFOR,
              Person.VICTOR_STONE)) {
        Client.Answer refused = server().as(stranger).get(path);
        assertRefused(404, "CLASS_NOT_FOUND", refused);
        Client.Answer nowhere = server().as(stranger).get("/api/v1/classes/" + unknown + list);
        assertEquals(withoutInstance(nowhere), withoutInstance(refused));
      }
    }
    assertTrue(number("audit_entry where operation = 'listLearnersOfClass'") >= 1);
  }

  @Test
  void aJourneyLeavesWhatIsNotMasteredAndMasteryTakesItAway() {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String journey = start(dale);
    for (String container : List.of("LEARN", "EXPERIENCE", "DISCOVER")) {
      for (String subject : List.of("Math", "ELA", "Science", "Social Studies")) {
        lessonDone(dale, journey, container, subject, !subject.equals("ELA"));
      }
    }
    assertEquals(200, dale.post(JOURNEYS + "/" + journey + "/complete", "{}").status());
    JsonNode item = item("ela-letters-and-words");
    assertEquals("pending", item.path("status").asText(), item::toString);
    assertEquals("journey", item.path("source").asText());
    assertEquals(journey, item.path("sourceId").asText());
    assertEquals("01", item.path("fromGrade").asText());
    assertTrue(item("math-add-within-20").isMissingNode());

    String start = "/api/v1/learning/remediation/" + item.path("id").asText() + "/start";
    assertEquals("in_progress", dale.post(start, "").body().path("status").asText());
    assertRefused(404, "REMEDIATION_NOT_FOUND", server().as(Person.TYRONE_DYER).post(start, ""));

    lessonDone(dale, start(dale), "LEARN", "ELA", true);
    JsonNode done = item("ela-letters-and-words");
    assertEquals("completed", done.path("status").asText());
    assertTrue(done.path("byMastery").asBoolean());
    assertRefused(409, "REMEDIATION_CLOSED", dale.post(start, ""));
    JsonNode journeyOfClass = ofClass().path("journey");
    assertEquals(1, journeyOfClass.path("lessonsComplete").asInt(), journeyOfClass::toString);
    assertEquals(100, journeyOfClass.path("overallScore").asInt());
  }

  @Test
  void aTeacherAddsAndChangesWithTheItemsETag() throws SQLException {
    Client teacher = server().as(Person.EARNEST_BUCK);
    String path = queue(Person.DALE_JIMENEZ);
    Map<String, Object> body = new HashMap<>();
    body.put("skillId", "math-linear-equations");
    body.put("fromGrade", "09");
    body.put("priority", 10);
    body.put("dueOn", "2098-03-06");
    Client.Answer added = teacher.post(path, body);
    assertEquals(200, added.status(), added::toString);
    assertEquals(added.text(), teacher.post(path, body).text());
    String one = path + "/" + added.body().path("id").asText();
    assertEquals(added.text(), teacher.get(one).text());
    Map<String, Object> change = Map.of("status", "skipped", "priority", 9);
    String tag = teacher.get(one).headers().firstValue("ETag").orElseThrow();
    Client.Answer changed = teacher.put(one, "If-Match", tag, change);
    assertEquals(200, changed.status(), changed::toString);
    assertFalse(changed.body().has("dueOn"));
    assertRefused(412, "REMEDIATION_STALE", teacher.put(one, "If-Match", tag, change));
    assertRefused(400, "INVALID_REQUEST", teacher.put(one, change));
    assertTrue(number("audit_entry where action = 'REMEDIATION_CHANGED'") >= 2);
    for (Person reader :
        List.of(Person.GABRIELLE_JIMENEZ, Person.CHADWICK_GARNER, Person.DALE_JIMENEZ)) {
      assertEquals(200, server().as(reader).get(one).status(), reader::name);
    }
    for (Person stranger :
        List.of(Person.FRANK_BRADY, Person.GENE_MACIAS, Person.TYRONE_DYER, Person.VICTOR_STONE)) {
      assertRefused(404, "LEARNER_NOT_FOUND", server().as(stranger).get(one));
      assertRefused(404, "LEARNER_NOT_FOUND", server().as(stranger).get(path));
    }
    for (Person reader : List.of(Person.GABRIELLE_JIMENEZ, Person.DALE_JIMENEZ)) {
      assertRefused(404, "LEARNER_NOT_FOUND", server().as(reader).post(path, body));
      assertRefused(
          404, "LEARNER_NOT_FOUND", server().as(reader).put(one, "If-Match", "\"1\"", change));
    }
  }

  @Test
  void anOverrideWaitsForTheSchoolWhereTheDistrictWantsIt() {
    Client admin = server().as(Person.VICTOR_STONE);
    Client rosa = server().as(Person.ROSA_ALVAREZ);
    String path = overrides(Person.NINA_ALVAREZ);
    approval(admin, true);
    Map<String, Object> request = new HashMap<>();
    request.put("id", Learners.newId());
    request.put("toGrade", "05");
    request.put("reason", "She has done grade 4 at her last school");
    Client.Answer asked = rosa.post(path, request);
    assertEquals(200, asked.status(), asked::toString);
    assertEquals("requested", asked.body().path("status").asText());
    assertEquals("04", asked.body().path("fromGrade").asText());
    assertEquals(asked.text(), rosa.post(path, request).text());
    assertEquals("04", grade(rosa));
    String id = asked.body().path("id").asText();
    assertTrue(
        admin.get("/api/v1/grade-progression-overrides?status=requested").text().contains(id));
    assertEquals(200, server().as(Person.GRACE_OKAFOR).get(path + "/" + id).status());
    assertEquals(403, server().as(Person.NINA_ALVAREZ).get(path + "/" + id).status());
    Map<String, Object> second = new HashMap<>(request);
    second.put("id", Learners.newId());
    assertRefused(409, "OVERRIDE_WAITING", rosa.post(path, second));
    Map<String, String> yes = Map.of("decision", "approve", "reason", "Her report agrees");
    String decision = path + "/" + id + "/decision";
    assertEquals(403, server().as(Person.GRACE_OKAFOR).post(decision, yes).status());
    assertEquals(403, rosa.post(decision, yes).status());
    assertRefused(404, "LEARNER_NOT_FOUND", server().as(Person.DAVID_WILSON).post(decision, yes));
    Client.Answer approved = admin.post(decision, yes);
    assertEquals("effective", approved.body().path("status").asText(), approved::toString);
    assertRefused(409, "OVERRIDE_DECIDED", admin.post(decision, yes));
    assertRefused(409, "GRADE_REACHED", rosa.post(path, second));
    assertEquals("05", grade(rosa));
    approval(admin, false);
  }

  @Test
  void withoutApprovalAnOverrideHoldsAtOnceAndQueuesWhatIsOpen() {
    Client gabrielle = server().as(Person.GABRIELLE_JIMENEZ);
    String path = overrides(Person.DALE_JIMENEZ);
    Map<String, Object> request = new HashMap<>();
    request.put("id", Learners.newId());
    request.put("toGrade", "03");
    request.put("reason", "He reads like a third grader");
    assertEquals(404, server().as(Person.FRANK_BRADY).post(path, request).status());
    assertEquals(403, server().as(Person.EARNEST_BUCK).post(path, request).status());
    Client.Answer made = gabrielle.post(path, request);
    assertEquals(200, made.status(), made::toString);
    assertEquals("effective", made.body().path("status").asText());
    Set<String> queued = new TreeSet<>();
    server()
        .as(Person.DALE_JIMENEZ)
        .get("/api/v1/learners/me/remediation?limit=500")
        .body()
        .path("items")
        .forEach(item -> queued.add(item.path("skillId").asText()));
    made.body()
        .path("incompleteSkills")
        .forEach(skill -> assertTrue(queued.contains(skill.asText()), queued::toString));
    assertEquals(
        "03",
        server()
            .as(Person.DALE_JIMENEZ)
            .get("/api/v1/learners/me/grade-progression")
            .body()
            .path("grade")
            .asText());
    request.put("reason", "Another reason");
    assertRefused(409, "OVERRIDE_CONFLICT", gabrielle.post(path, request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "learners?sort=age|sort",
        "learners?need=x|need",
        "learners?cursor=x|cursor",
        "learners?limit=0|limit",
        "needs-help?rule=x|rule",
        "needs-help?cursor=AAAA|cursor"
      })
  void badParametersAreNamed(String path, String field) throws SQLException {
    Client.Answer answer =
        server().as(Person.EARNEST_BUCK).get("/api/v1/classes/" + dalesClass() + "/" + path);
    assertRefused(400, "INVALID_REQUEST", answer);
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void settingsAreChangedByTheirETag() {
    Client admin = server().as(Person.DAVID_WILSON);
    Client.Answer before = admin.get(SETTINGS);
    String tag = before.headers().firstValue("ETag").orElseThrow();
    Client.Answer bad =
        admin.put(SETTINGS, "If-Match", tag, Map.of("inactiveSchoolDays", 0, "scoreDrop", 101));
    assertRefused(400, "SUPPORT_SETTINGS_INVALID", bad);
    assertEquals(2, bad.body().path("errors").size());
    Client.Answer changed = admin.put(SETTINGS, "If-Match", tag, Map.of());
    assertEquals(3, changed.body().path("inactiveSchoolDays").asInt(), changed::toString);
    assertRefused(412, "SUPPORT_SETTINGS_STALE", admin.put(SETTINGS, "If-Match", tag, Map.of()));
    assertEquals(403, server().as(Person.EARNEST_BUCK).get(SETTINGS).status());
  }

  private static void approval(Client admin, boolean required) {
    String tag = admin.get(SETTINGS).headers().firstValue("ETag").orElseThrow();
    Client.Answer put = admin.put(SETTINGS, "If-Match", tag, Map.of("approvalRequired", required));
    assertEquals(200, put.status(), put::toString);
  }

  private static String grade(Client guardian) {
    String learner = server().learnerId(Person.NINA_ALVAREZ);
    return guardian
        .get("/api/v1/learners/" + learner + "/grade-progression")
        .body()
        .path("grade")
        .asText();
  }

  private static String overrides(Person learner) {
    return "/api/v1/learners/" + server().learnerId(learner) + "/grade-progression-overrides";
  }

  private static String queue(Person learner) {
    return "/api/v1/learners/" + server().learnerId(learner) + "/remediation";
  }

  /** Dale's item of a skill, as his guardian sees it. */
  private static JsonNode item(String skill) {
    return server()
        .as(Person.GABRIELLE_JIMENEZ)
        .get(queue(Person.DALE_JIMENEZ) + "?skill=" + skill)
        .body()
        .path("items")
        .path(0);
  }

  private static JsonNode ofClass() {
    try {
      String dale = server().learnerId(Person.DALE_JIMENEZ);
      for (JsonNode learner :
          server()
              .as(Person.EARNEST_BUCK)
              .get("/api/v1/classes/" + dalesClass() + "/learners?limit=500")
              .body()
              .path("items")) {
        if (learner.path("learnerId").asText().equals(dale)) {
          return learner;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("Dale is not in his class");
  }

  private static List<String> flags() {
    List<String> flags = new ArrayList<>();
    ofClass().path("needs").forEach(need -> flags.add(need.asText()));
    return flags;
  }

  private static JsonNode wrongRow(String skill) throws SQLException {
    String dale = server().learnerId(Person.DALE_JIMENEZ);
    JsonNode rows =
        server()
            .as(Person.EARNEST_BUCK)
            .get("/api/v1/classes/" + dalesClass() + "/needs-help?rule=WRONG_IN_A_ROW&limit=500")
            .body()
            .path("items");
    for (JsonNode row : rows) {
      if (row.path("learnerId").asText().equals(dale)
          && row.path("skillId").asText().equals(skill)) {
        return row;
      }
    }
    return rows.path(rows.size());
  }

  private static String start(Client learner) {
    String id = Learners.newId();
    Client.Answer answer =
        learner.post(JOURNEYS, Map.of("journeyId", id, "career", "farmer", "companion", "spark"));
    assertEquals(200, answer.status(), answer::toString);
    return id;
  }

  private static JsonNode lesson(Client learner, String journey, String container, String subject) {
    Map<String, String> body =
        Map.of("container", container, "subject", subject, "skillId", SKILLS_OF_1.get(subject));
    Client.Answer answer = learner.post(JOURNEYS + "/" + journey + "/sessions", body);
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static void lessonDone(
      Client learner, String journey, String container, String subject, boolean right) {
    JsonNode lesson = lesson(learner, journey, container, subject);
    for (JsonNode question : lesson.path("questions")) {
      String id = question.path("questionId").asText();
      answer(learner, lesson, id, right ? Content.right(id) : Content.wrong());
    }
    Client.Answer done =
        learner.post(SESSIONS + lesson.path("sessionId").asText() + "/complete", "{}");
    assertEquals(200, done.status(), done::toString);
  }

  private static String answer(Client learner, JsonNode lesson, String question, Object given) {
    String event = Learners.newId();
    Client.Answer answer =
        learner.post(
            SESSIONS + lesson.path("sessionId").asText() + "/answers",
            Map.of(
                "eventId",
                event,
                "questionId",
                question,
                "questionType",
                "practice",
                "answer",
                given,
                "timeSpent",
                12,
                "hintsUsed",
                0));
    assertEquals(200, answer.status(), answer::toString);
    return event;
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

  private static long number(String tableAndCondition) throws SQLException {
    return Long.parseLong(text("select count(*) from cairn." + tableAndCondition));
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
