package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Hints over HTTP: free ones, paid ones, and what two devices at once may buy. */
class HintsIT extends SystemTest {

  private static final String HINTS = "/api/v1/learning/hints";
  private static final String MINE = "/api/v1/learners/me/hints";

  @Test
  void twoDevicesWithXpForOneGetOneHint() throws Exception {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = lesson(lisa, "math-linear-equations");
    spendFreeOnes(lisa, lesson);
    balanceIs(10);
    long lifetime = profile().path("lifetimeXp").asLong();
    ExecutorService devices = Executors.newFixedThreadPool(2);
    List<Future<Client.Answer>> asked = new ArrayList<>();
    for (int question : new int[] {3, 4}) {
      Map<String, Object> wish = wish(lesson, question, "clear");
      asked.add(devices.submit(() -> server().as(Person.LISA_WOODS).post(HINTS, wish)));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Client.Answer> each : asked) {
      Client.Answer answer = each.get();
      statuses.add(answer.status());
      if (answer.status() == 409) {
        assertEquals("INSUFFICIENT_XP", answer.code());
      }
    }
    devices.shutdown();
    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    assertEquals(0, profile().path("balance").asLong());
    assertEquals(lifetime, profile().path("lifetimeXp").asLong());
  }

  @Test
  void aRepeatedRequestIsPaidOnceAndTheLedgerSaysWhatFor() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = lesson(lisa, "math-linear-equations");
    spendFreeOnes(lisa, lesson);
    balanceIs(50);
    Map<String, Object> wish = wish(lesson, 4, "answer");
    Client.Answer hint = lisa.post(HINTS, wish);
    assertEquals(200, hint.status(), hint::toString);
    assertEquals(20, hint.body().path("paid").asInt());
    assertTrue(hint.body().path("text").asText().startsWith("It is "), hint::toString);
    assertEquals(hint.body(), lisa.post(HINTS, wish).body());
    assertEquals(30, profile().path("balance").asInt());
    Map<String, Object> other = new HashMap<>(wish);
    other.put("level", "clear");
    assertEquals("HINT_CONFLICT", lisa.post(HINTS, other).code());
    JsonNode row = Learners.ledger(server().learnerId(Person.LISA_WOODS)).get(0);
    assertEquals("SPENT", row.path("type").asText());
    assertEquals("HINT", row.path("category").asText());
    assertEquals(-20, row.path("amount").asInt());
    JsonNode why =
        lisa.get("/api/v1/learning/xp-transactions/" + row.path("id").asText() + "/why").body();
    assertEquals("hint.given", why.path("event").path("name").asText());
    assertEquals("-20 as written", why.path("rule").path("arithmetic").asText());
    JsonNode session =
        lisa.get("/api/v1/learning/sessions/" + lesson.path("sessionId").asText()).body();
    assertTrue(session.path("hintsUsed").asInt() >= 1, session::toString);
    assertTrue(profile().path("hints").path("usedToday").asInt() >= 4);
    assertEquals(0, profile().path("hints").path("freeLeft").asInt());
  }

  @Test
  void aCorrectionAfterAPurchaseIsCutAndShowsTheRest() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = lesson(lisa, "math-linear-equations");
    spendFreeOnes(lisa, lesson);
    balanceIs(30);
    assertEquals(200, lisa.post(HINTS, wish(lesson, 4, "answer")).status());
    JsonNode cut = correct(-25);
    assertEquals(-10, cut.path("amount").asInt());
    assertEquals(15, cut.path("waived").asInt());
    assertEquals(0, profile().path("balance").asInt());
  }

  @Test
  void theAllowanceTellsPricesAndWhatIsRecommended() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = lesson(lisa, "math-linear-equations");
    String session = lesson.path("sessionId").asText();
    String question = question(lesson, 0);
    for (int i = 0; i < 2; i++) {
      Map<String, Object> answer = new HashMap<>();
      answer.put("eventId", Learners.newId());
      answer.put("questionId", question);
      answer.put("questionType", "practice");
      answer.put("answer", Content.wrong());
      answer.put("timeSpent", 12);
      answer.put("hintsUsed", 0);
      lisa.post("/api/v1/learning/sessions/" + session + "/answers", answer);
    }
    Client.Answer told = lisa.get(MINE + "?session=" + session + "&question=" + question);
    assertEquals(200, told.status(), told::toString);
    assertEquals("clear", told.body().path("recommended").asText());
    assertEquals(5, told.body().path("levels").size());
    assertEquals(8, told.body().path("levels").path(2).path("price").asInt());
    assertFalse(told.toString().contains("It is "), told::toString);
    assertEquals(
        "session", lisa.get(MINE + "?session=x&question=y").body().at("/errors/0/field").asText());
    assertEquals(
        "question", lisa.get(MINE + "?session=" + session).body().at("/errors/0/field").asText());
    String id = server().learnerId(Person.LISA_WOODS);
    JsonNode seen =
        server().as(Person.DAVID_WILSON).get("/api/v1/learners/" + id + "/hints").body();
    assertEquals(told.body().path("usedToday"), seen.path("usedToday"));
  }

  @Test
  void whatIsNotOfferedOrNotOnesOwnCostsNothing() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = lesson(lisa, "math-linear-equations");
    Map<String, Object> unknown = wish(lesson, 0, "clear");
    unknown.put("questionId", "no-such-question");
    assertEquals("QUESTION_NOT_ASKED", lisa.post(HINTS, unknown).code());
    Client.Answer foreign =
        server().as(Person.TYRONE_DYER).post(HINTS, wish(lesson, 0, "encouragement"));
    assertEquals("SESSION_NOT_FOUND", foreign.code());
    Client.Answer empty = lisa.post(HINTS, "{}");
    assertEquals("HINT_INVALID", empty.code());
    assertEquals(4, empty.body().path("errors").size());
    assertEquals(403, server().as(Person.EARNEST_BUCK).post(HINTS, "{}").status());
  }

  @Test
  void aLearnerInFirstGradeSeesNoPrice() {
    JsonNode told = server().as(Person.DALE_JIMENEZ).get(MINE).body();
    assertEquals(999, told.path("freeLeft").asInt());
    told.path("levels").forEach(level -> assertFalse(level.hasNonNull("price"), level::toString));
    told.path("levels").forEach(level -> assertFalse(level.hasNonNull("cost"), level::toString));
  }

  private static JsonNode lesson(Client learner, String skill) {
    String journey = Learners.newId();
    learner.post(
        "/api/v1/learning/journeys",
        Map.of("journeyId", journey, "career", "chef", "companion", "spark"));
    Client.Answer lesson =
        learner.post(
            "/api/v1/learning/journeys/" + journey + "/sessions",
            Map.of("container", "LEARN", "subject", "Math", "skillId", skill));
    assertEquals(200, lesson.status(), lesson::toString);
    return lesson.body();
  }

  private static void spendFreeOnes(Client learner, JsonNode lesson) {
    for (String level : List.of("subtle", "example")) {
      for (int question = 0; question < 3; question++) {
        if (learner.get(MINE).body().path("freeLeft").asInt() > 0) {
          assertEquals(200, learner.post(HINTS, wish(lesson, question, level)).status());
        }
      }
    }
    assertEquals(0, learner.get(MINE).body().path("freeLeft").asInt());
  }

  private static Map<String, Object> wish(JsonNode lesson, int question, String level) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("hintId", Learners.newId());
    wish.put("sessionId", lesson.path("sessionId").asText());
    wish.put("questionId", question(lesson, question));
    wish.put("level", level);
    return wish;
  }

  private static String question(JsonNode lesson, int number) {
    return lesson.path("questions").path(number).path("questionId").asText();
  }

  private static JsonNode profile() {
    return server().as(Person.LISA_WOODS).get("/api/v1/learners/me/profile").body();
  }

  /** By a correction of the district's administrator. */
  private static void balanceIs(int xp) {
    int missing = xp - profile().path("balance").asInt();
    if (missing != 0) {
      correct(missing);
    }
    assertEquals(xp, profile().path("balance").asInt());
  }

  private static JsonNode correct(int amount) {
    Client.Answer made =
        server()
            .as(Person.DAVID_WILSON)
            .post(
                "/api/v1/admin/learners/"
                    + server().learnerId(Person.LISA_WOODS)
                    + "/xp-corrections",
                "Idempotency-Key",
                Learners.newId(),
                Map.of("amount", amount, "reason", "For a test of hints"));
    assertEquals(200, made.status(), made::toString);
    return made.body();
  }
}
