package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Achievements over HTTP: unlocked once, paid as written, told and ranked. */
class AchievementsIT extends SystemTest {

  private static final String SESSIONS = "/api/v1/learning/sessions/";

  @Test
  void theFirstLessonUnlocksFirstStepsAndTheLedgerSaysWhy() {
    Client lisa = server().as(Person.LISA_WOODS);
    boolean had = find(lisa, "first-steps").path("unlocked").asBoolean();
    String session = lesson(lisa);
    JsonNode done = lisa.post(SESSIONS + session + "/complete", "{}").body();
    List<String> unlocked = texts(done.path("achievementsUnlocked"));
    assertEquals(!had, unlocked.contains("first-steps"), done::toString);
    assertEquals(
        unlocked,
        texts(
            lisa.post(SESSIONS + session + "/complete", "{}").body().path("achievementsUnlocked")));
    assertEquals(
        unlocked.stream().sorted().toList(),
        texts(lisa.get(SESSIONS + session).body().path("achievementsUnlocked")).stream()
            .sorted()
            .toList());

    JsonNode first = find(lisa, "first-steps");
    assertTrue(first.path("unlocked").asBoolean());
    assertEquals("common", first.path("rarity").asText());
    assertEquals(1, first.path("count").asInt());
    List<JsonNode> rows =
        Learners.ledger(server().learnerId(Person.LISA_WOODS)).stream()
            .filter(row -> row.path("source").asText().equals("achievement/first-steps"))
            .toList();
    assertEquals(1, rows.size());
    assertEquals(25, rows.get(0).path("amount").asInt());
    assertEquals("ACHIEVEMENT", rows.get(0).path("category").asText());
    assertEquals(first.path("eventId"), rows.get(0).path("eventId"));
    JsonNode why =
        lisa.get("/api/v1/learning/xp-transactions/" + rows.get(0).path("id").asText() + "/why")
            .body();
    assertEquals("25 as written", why.path("rule").path("arithmetic").asText());
    assertTrue(why.path("condition").asText().contains("first-steps"), why::toString);
  }

  @Test
  void helpingClassmatesUnlocksOnceHoweverOftenItIsReported() {
    String learner = Learners.take(1).get(0);
    List<Map<String, Object>> help = help(learner, 1);
    Learners.report(help);
    Learners.report(help);
    assertEquals(1, unlocked(learner));
    Learners.report(help(learner, 8));
    assertEquals(1, unlocked(learner));
    assertEquals(9, find(learner, "mentor").path("count").asInt());
    assertFalse(find(learner, "mentor").path("unlocked").asBoolean());
    Learners.report(help(learner, 3));
    assertEquals(2, unlocked(learner));
    assertEquals(10, find(learner, "mentor").path("count").asInt());
    assertEquals(
        1,
        Learners.ledger(learner).stream()
            .filter(row -> row.path("source").asText().equals("achievement/mentor"))
            .filter(row -> row.path("amount").asInt() == 175)
            .count());
  }

  @Test
  void boardsRankByAchievementsInTheNextRead() {
    // Enough for a board to be shown, whoever of them is in a grade that has boards.
    Learners.take(20).forEach(learner -> Learners.report(help(learner, 1)));
    JsonNode before = board();
    assertEquals("achievements", before.path("metric").asText());
    assertTrue(before.path("totalPlayers").asInt() >= 5, before::toString);
    long withTwo = scoring(before, 2);
    Learners.take(20).forEach(learner -> Learners.report(help(learner, 10)));
    JsonNode after = board();
    assertTrue(scoring(after, 2) > withTwo, after::toString);
    assertTrue(after.path("totalPlayers").asLong() > before.path("totalPlayers").asLong());
    int last = Integer.MAX_VALUE;
    for (JsonNode player : after.path("players")) {
      assertTrue(player.path("score").asInt() <= last, after::toString);
      last = player.path("score").asInt();
    }
  }

  @Test
  void aLearnerInFirstGradeSeesNoXp() {
    JsonNode all = server().as(Person.DALE_JIMENEZ).get(path("me")).body().path("items");
    assertEquals(17, all.size());
    all.forEach(each -> assertFalse(each.hasNonNull("xp"), each::toString));
    String dale = server().learnerId(Person.DALE_JIMENEZ);
    server()
        .as(Person.GABRIELLE_JIMENEZ)
        .get(path(dale))
        .body()
        .path("items")
        .forEach(each -> assertTrue(each.path("xp").asInt() > 0, each::toString));
    assertEquals(404, server().as(Person.TYRONE_DYER).get(path(dale)).status());
  }

  private static JsonNode board() {
    Client.Answer answer =
        server().as(Person.DAVID_WILSON).get("/api/v1/leaderboards?metric=achievements&limit=100");
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static long scoring(JsonNode board, int least) {
    long players = 0;
    for (JsonNode player : board.path("players")) {
      players += player.path("score").asInt() >= least ? 1 : 0;
    }
    return players;
  }

  private static String lesson(Client learner) {
    String journey = Learners.newId();
    learner.post(
        "/api/v1/learning/journeys",
        Map.of("journeyId", journey, "career", "chef", "companion", "spark"));
    Client.Answer lesson =
        learner.post(
            "/api/v1/learning/journeys/" + journey + "/sessions",
            Map.of("container", "LEARN", "subject", "Math", "skillId", "math-linear-equations"));
    assertEquals(200, lesson.status(), lesson::toString);
    String session = lesson.body().path("sessionId").asText();
    for (JsonNode question : lesson.body().path("questions")) {
      String id = question.path("questionId").asText();
      Map<String, Object> answer = new HashMap<>();
      answer.put("eventId", Learners.newId());
      answer.put("questionId", id);
      answer.put("questionType", "practice");
      answer.put("answer", Content.right(id));
      answer.put("timeSpent", 12);
      answer.put("hintsUsed", 0);
      assertEquals(200, learner.post(SESSIONS + session + "/answers", answer).status());
    }
    return session;
  }

  private static List<Map<String, Object>> help(String learner, int times) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      events.add(Learners.event(learner, Learners.newId(), "classmate.helped"));
    }
    return events;
  }

  private static int unlocked(String learner) {
    return Learners.profile(learner).path("achievements").path("count").asInt();
  }

  private static JsonNode find(String learner, String key) {
    return find(server().asSystemOf("grand-bend").get(path(learner)), key);
  }

  private static JsonNode find(Client learner, String key) {
    return find(learner.get(path("me")), key);
  }

  private static JsonNode find(Client.Answer answer, String key) {
    assertEquals(200, answer.status(), answer::toString);
    for (JsonNode item : answer.body().path("items")) {
      if (item.path("key").asText().equals(key)) {
        return item;
      }
    }
    throw new AssertionError(key + " in " + answer);
  }

  private static String path(String learner) {
    return "/api/v1/learners/" + learner + "/achievements";
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
