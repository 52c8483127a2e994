package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a guardian gets to see: the overview, journeys, lesson plans and links to them. */
class DocumentsIT extends SystemTest {

  private static final String JOURNEYS = "/api/v1/learning/journeys";
  private static final String SESSIONS = "/api/v1/learning/sessions/";
  private static final String SETTINGS = "/api/v1/admin/guardian-settings";

  private final Client child = server().as(Person.DALE_JIMENEZ);
  private final Client guardian = server().as(Person.GABRIELLE_JIMENEZ);
  private final Client stranger = server().as(Person.FRANK_BRADY);
  private final Client teacher = server().as(Person.EARNEST_BUCK);
  private final Client admin = server().as(Person.DAVID_WILSON);
  private final String dale = server().learnerId(Person.DALE_JIMENEZ);
  private final String home = "/api/v1/learners/" + dale;

  @AfterEach
  void asTheRosterHasIt() throws SQLException {
    try (Connection all = server().superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path to cairn");
      statement.execute("delete from guardian_restriction");
      statement.execute("delete from guardian_settings");
      statement.execute("delete from pairing_try");
      statement.execute("delete from guardianship where source = 'pairing'");
    }
  }

  @Test
  void aGuardianPagesThroughJourneysNewestFirstAndAStrangerSeesNone() {
    String first = start();
    String second = start();
    JsonNode page = guardian.get(home + "/journeys?limit=1").body();
    assertEquals(second, page.path("items").path(0).path("journeyId").asText(), page::toString);
    JsonNode next =
        guardian.get(home + "/journeys?limit=1&cursor=" + page.path("next").asText()).body();
    assertEquals(first, next.path("items").path(0).path("journeyId").asText(), next::toString);
    assertEquals(200, guardian.get(home + "/journeys/" + first + "/summary").status());
    for (String path :
        List.of(
            home + "/journeys",
            home + "/journeys/" + first + "/summary",
            home + "/journeys/" + first + "/lesson-plan",
            home + "/overview")) {
      assertEquals("LEARNER_NOT_FOUND", stranger.get(path).code(), path);
    }
    keepAway();
    assertEquals(404, guardian.get(home + "/journeys/" + first + "/summary").status());
    assertEquals(404, guardian.get(home + "/overview").status());
  }

  @Test
  void theOverviewTellsHowTheChildStands() {
    String journey = start();
    lesson(journey);
    JsonNode seen = guardian.get(home + "/overview").body();
    assertEquals(dale, seen.path("learnerId").asText(), seen::toString);
    assertEquals(journey, seen.path("journey").path("journeyId").asText(), seen::toString);
    assertEquals(1, seen.path("journey").path("lessonsComplete").asInt());
    assertTrue(seen.path("week").path("timeSpent").asInt() >= 5 * 12, seen::toString);
    assertTrue(seen.path("week").path("answers").asInt() >= 5, seen::toString);
    assertEquals("MONDAY", day(seen).getDayOfWeek().name());
    assertEquals(
        guardian.get(home + "/profile").body().path("lifetimeXp"),
        seen.path("profile").path("lifetimeXp"));
    assertTrue(seen.path("profile").hasNonNull("lastActiveAt"), seen::toString);
    assertTrue(seen.path("achievements").hasNonNull("count"), seen::toString);
    assertTrue(seen.path("tracks").isArray() && seen.path("remediation").isArray());
    assertFalse(seen.toString().contains("prompt"), seen::toString);

    JsonNode own = child.get("/api/v1/learners/me/overview").body();
    assertEquals(dale, own.path("learnerId").asText());
    assertFalse(own.path("profile").has("lifetimeXp"), own::toString);
  }

  @Test
  void theLessonPlanHasTheSummarysNumbersAndFollowsThem() throws Exception {
    String journey = start();
    String plan = home + "/journeys/" + journey + "/lesson-plan";
    String before = LinkedPdf.text(LinkedPdf.open(link(plan)));
    assertTrue(before.contains("Lessons complete 0 of 12"), before);
    lesson(journey);
    JsonNode summary = guardian.get(home + "/journeys/" + journey + "/summary").body();
    Client.Answer answer = guardian.get(plan);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("application/pdf", header(answer, "Content-Type"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    String text = LinkedPdf.text(LinkedPdf.open(link(plan)));
    for (String expected :
        List.of(
            "Lesson plan for Dale",
            "Career: Farmer",
            "Overall score " + summary.path("overallScore").decimalValue().setScale(2),
            "Lessons complete 1 of 12",
            "Questions right "
                + summary.path("questionsCorrect").asInt()
                + " of "
                + summary.path("questionsAttempted").asInt(),
            "Answers given " + summary.path("attempts").asInt())) {
      assertTrue(text.contains(expected), () -> expected + " in " + text);
    }
    assertFalse(text.contains("Jimenez"), text);
    assertEquals(1, numberOfPlans(journey, "made_at is not null"));
    assertEquals(200, child.get(plan.replace(dale, "me")).status());
    Client.Answer unknown = guardian.get(home + "/journeys/" + Learners.newId() + "/lesson-plan");
    assertEquals("404 JOURNEY_NOT_FOUND", unknown.status() + " " + unknown.code());
  }

  @Test
  void aLinkOpensOneDocumentForItsReaderAndDiesWithTheRelation() throws Exception {
    String journey = start();
    String url = link(home + "/journeys/" + journey + "/lesson-plan");
    assertFalse(url.contains("Dale") || url.contains("Jimenez") || url.contains(dale), url);
    HttpResponse<byte[]> opened = LinkedPdf.open(url);
    assertEquals(200, opened.statusCode());
    assertEquals("no-store", opened.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(200, guardian.get(url).status());
    for (Client other : List.of(stranger, child, teacher, admin)) {
      assertEquals("LINK_REFUSED", other.get(url).code());
    }
    for (String forged : List.of(url + "a", url.replaceFirst("\\.", ".a"), "/api/v1/documents/x")) {
      Client.Answer refused = server().asNobody().get(forged);
      assertEquals("404 LINK_REFUSED", refused.status() + " " + refused.code(), forged);
    }
    assertEquals(401, server().asNobody().post(url, "{}").status());
    String restriction = keepAway();
    assertEquals("LINK_REFUSED", server().asNobody().get(url).code());
    assertEquals(204, admin.delete(restriction).status());
    assertEquals(200, LinkedPdf.open(url).statusCode());
    relate("ended");
    try {
      assertEquals("LINK_REFUSED", server().asNobody().get(url).code());
    } finally {
      relate("live");
    }
    assertEquals(200, LinkedPdf.open(url).statusCode());
    assertFalse(server().log().contains(url.substring(url.length() - 40)));
  }

  @Test
  void whoOpenedWhatIsInTheAudit() throws Exception {
    String journey = start();
    String plan = home + "/journeys/" + journey + "/lesson-plan";
    String url = link(plan);
    LinkedPdf.open(url);
    LinkedPdf.open(url);
    guardian.get(plan);
    teacher.get(plan + "/answer-key");
    assertEquals(1, told("LINK_ISSUED", journey));
    assertEquals(2, told("LINK_USED", journey));
    assertEquals(2, told("DOCUMENT_OPENED", journey));
  }

  @Test
  void aGuardianReadsWhoLookedButNotWhatAnotherGuardianDid() throws Exception {
    String journey = start();
    String plan = home + "/journeys/" + journey + "/lesson-plan";
    assertEquals(200, teacher.get(plan).status());
    assertEquals(200, LinkedPdf.open(link(plan)).statusCode());
    assertEquals(200, guardian.get(home + "/profile").status());
    List<JsonNode> seen = accesses();
    JsonNode opened =
        seen.stream()
            .filter(each -> each.path("action").asText().equals("DOCUMENT_OPENED"))
            .filter(each -> each.path("targetId").asText().equals(journey))
            .findFirst()
            .orElseThrow();
    assertFalse(opened.path("self").asBoolean(), opened::toString);
    assertEquals("[\"teacher\"]", opened.path("roles").toString());
    assertEquals("getLessonPlan", opened.path("operation").asText());
    assertTrue(seen.stream().anyMatch(DocumentsIT::isLinkUse), seen::toString);
    assertFalse(seen.toString().contains("Buck"), seen::toString);

    List<JsonNode> foreign = anotherGuardians();
    assertTrue(foreign.stream().noneMatch(DocumentsIT::isLinkUse), foreign::toString);
    assertTrue(foreign.contains(opened), foreign::toString);
    assertEquals("LEARNER_NOT_FOUND", stranger.get(home + "/access-log").code());
    assertEquals(403, teacher.get(home + "/access-log").status());
    assertEquals(403, child.get(home + "/access-log").status());
    assertEquals(400, guardian.get(home + "/access-log?cursor=x").status());
  }

  /** What is told to somebody who is a guardian of the child for this moment only. */
  private List<JsonNode> anotherGuardians() throws SQLException {
    asTheRosterHasIt();
    String code = admin.post(home + "/pairing-codes", "").body().path("code").asText();
    assertEquals(200, stranger.post("/api/v1/guardian/children", Map.of("code", code)).status());
    try {
      return accesses(stranger);
    } finally {
      assertEquals(204, stranger.delete(home + "/guardians/me").status());
    }
  }

  private List<JsonNode> accesses() {
    return accesses(guardian);
  }

  /** All of the log, in small pages. */
  private List<JsonNode> accesses(Client reader) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = reader.get(home + "/access-log?limit=3" + cursor).body();
      page.path("items").forEach(all::add);
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
    } while (cursor != null);
    return all;
  }

  private static boolean isLinkUse(JsonNode access) {
    return access.path("action").asText().equals("LINK_USED");
  }

  @Test
  void theAnswerKeyIsForStaffAlone() {
    String journey = start();
    lesson(journey);
    String key = home + "/journeys/" + journey + "/lesson-plan/answer-key";
    assertEquals(200, teacher.get(key).status());
    assertEquals(200, server().as(Person.CHADWICK_GARNER).get(key).status());
    assertEquals(200, admin.get(key).status());
    assertEquals(403, guardian.get(key).status());
    assertEquals(403, child.get(key).status());
    assertEquals(404, server().as(Person.GENE_MACIAS).get(key).status());
    assertEquals(404, server().as(Person.VICTOR_STONE).get(key).status());
    assertEquals(
        403, teacher.post(key.replace("answer-key", "links"), "").status(), "links are guardians'");
  }

  @Test
  void aGuardianMeetsAnswersOnlyWhereTheDistrictAllowsIt() {
    String session = lesson(start());
    String path = home + "/sessions/" + session;
    JsonNode figures = guardian.get(path).body();
    assertEquals(5, figures.path("answered").asInt(), figures::toString);
    assertFalse(figures.has("questions") || figures.has("history"), figures::toString);
    assertEquals(5, teacher.get(path).body().path("history").size());
    Client.Answer allowed = admin.put(SETTINGS, "If-Match", "\"0\"", Map.of("answersShown", true));
    assertEquals(200, allowed.status(), allowed::toString);
    JsonNode whole = guardian.get(path).body();
    assertEquals(5, whole.path("history").size(), whole::toString);
    assertFalse(whole.toString().contains("\"key\""), whole::toString);
    Client.Answer late = admin.put(SETTINGS, "If-Match", "\"0\"", Map.of("answersShown", false));
    assertEquals("412 GUARDIAN_SETTINGS_STALE", late.status() + " " + late.code());
    assertEquals(200, admin.put(SETTINGS, "If-Match", header(allowed, "ETag"), Map.of()).status());
    assertFalse(guardian.get(path).body().has("history"));
    assertEquals(404, stranger.get(path).status());
  }

  @Test
  void thePlanOfACompletedJourneyIsMadeByNight() throws Exception {
    String journey = start();
    Map<String, Object> event = Learners.event(dale, "done-" + journey, "journey.completed");
    event.put("payload", Map.of("journeyId", journey));
    assertEquals(200, Learners.report(List.of(event)).status());
    assertEquals(1, numberOfPlans(journey, "made_at is null"));
    JobRuns.run(admin, "lesson-plans");
    assertEquals(1, numberOfPlans(journey, "made_at is not null"));
  }

  private String start() {
    String id = Learners.newId();
    Client.Answer answer =
        child.post(JOURNEYS, Map.of("journeyId", id, "career", "farmer", "companion", "spark"));
    assertEquals(200, answer.status(), answer::toString);
    return id;
  }

  /** A completed lesson of the journey, with three of five answers right. */
  private String lesson(String journey) {
    Map<String, String> place =
        Map.of("container", "LEARN", "subject", "Math", "skillId", "math-add-within-20");
    JsonNode lesson = child.post(JOURNEYS + "/" + journey + "/sessions", place).body();
    String session = lesson.path("sessionId").asText();
    int number = 0;
    for (JsonNode question : lesson.path("questions")) {
      String id = question.path("questionId").asText();
      Map<String, Object> answer = new HashMap<>();
      answer.put("eventId", Learners.newId());
      answer.put("questionId", id);
      answer.put("questionType", number % 2 == 0 ? "practice" : "assessment");
      answer.put("answer", number++ < 3 ? Content.right(id) : Content.wrong());
      answer.put("timeSpent", 12);
      answer.put("hintsUsed", 0);
      Client.Answer given = child.post(SESSIONS + session + "/answers", answer);
      assertEquals(200, given.status(), given::toString);
    }
    Client.Answer done = child.post(SESSIONS + session + "/complete", "{}");
    assertEquals(200, done.status(), done::toString);
    return session;
  }

  /** Keeps the guardian away; answers where that can be lifted. */
  private String keepAway() {
    JsonNode linked = admin.get(home + "/guardians").body();
    String id =
        StreamSupport.stream(linked.spliterator(), false)
            .filter(each -> each.path("source").asText().equals("roster"))
            .findFirst()
            .orElseThrow()
            .path("guardianId")
            .asText();
    String restrictions = home + "/guardians/" + id + "/restrictions";
    String from = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    Client.Answer held = admin.post(restrictions, Map.of("from", from, "reason", "Court order"));
    assertEquals(201, held.status(), held::toString);
    return restrictions + "/" + held.body().path("id").asText();
  }

  private String link(String plan) {
    Client.Answer issued = guardian.post(plan + "/links", "");
    assertEquals(201, issued.status(), issued::toString);
    assertTrue(issued.body().hasNonNull("expiresAt"), issued::toString);
    return issued.body().path("url").asText();
  }

  /** As the roster or a person would, past both. */
  private void relate(String status) throws SQLException {
    try (Connection all = server().superuser();
        Statement statement = all.createStatement()) {
      statement.execute(
          "update cairn.guardianship set status = '"
              + status
              + "' where source = 'roster' and learner_id = '"
              + dale
              + "'");
    }
  }

  private static long numberOfPlans(String journey, String condition) throws SQLException {
    return TestSql.numberAs(
        "grand-bend",
        "select count(*) from lesson_plan where journey_id = '" + journey + "' and " + condition);
  }

  private long told(String action, String journey) {
    JsonNode entries =
        admin
            .get("/api/v1/admin/audit?limit=500&learner=" + dale + "&action=" + action)
            .body()
            .path("items");
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> entry.path("targetId").asText().equals(journey))
        .count();
  }

  private static LocalDate day(JsonNode overview) {
    return LocalDate.parse(overview.path("week").path("from").asText());
  }

  private static String header(Client.Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
