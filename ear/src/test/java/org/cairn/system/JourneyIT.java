package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Learners go on journeys, with the content that ships. */
class JourneyIT extends SystemTest {

  private static final String JOURNEYS = "/api/v1/learning/journeys";
  private static final String SESSIONS = "/api/v1/learning/sessions/";
  private static final List<String> SUBJECTS = List.of("Math", "ELA", "Science", "Social Studies");
  private static final Map<String, String> SKILLS_OF_4 =
      Map.of(
          "Math", "math-multiply-divide",
          "ELA", "ela-words-and-sentences",
          "Science", "science-matter-and-energy",
          "Social Studies", "social-states-and-government");

  /**
   * By hand: LEARN (60 + 80 + 100 + 100) / 4 = 85, EXPERIENCE 100, DISCOVER (40 + 300) / 4 = 85;
   * (85 + 100 + 85) / 3 = 90. Math's best lesson has 100, so all four skills are mastered.
   */
  @Test
  void aWholeJourneyComesToTheNumbersThatAreReckonedByHand() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String journey = start(nina, "astronaut");
    assertEquals("04", nina.get(JOURNEYS + "/" + journey).body().path("gradeLevel").asText());
    for (String container : List.of("LEARN", "EXPERIENCE", "DISCOVER")) {
      for (String subject : SUBJECTS) {
        JsonNode lesson = lesson(nina, journey, container, subject, SKILLS_OF_4.get(subject));
        int wrong =
            switch (container + " " + subject) {
              case "LEARN Math" -> 2;
              case "LEARN ELA" -> 1;
              case "DISCOVER Math" -> 3;
              default -> 0;
            };
        answerAll(nina, lesson, wrong);
        assertEquals(409, nina.post(JOURNEYS + "/" + journey + "/complete", "{}").status());
        Client.Answer done = nina.post(SESSIONS + id(lesson) + "/complete", "{}");
        assertEquals(200, done.status(), done::toString);
        assertEquals(100 - 20 * wrong, done.body().path("score").asInt());
        assertEquals(wrong == 0, done.body().path("perfect").asBoolean());
      }
    }
    Client.Answer completed = nina.post(JOURNEYS + "/" + journey + "/complete", "{}");
    assertEquals(200, completed.status(), completed::toString);
    assertEquals(12, completed.body().path("lessonsComplete").asInt());

    JsonNode summary = nina.get(JOURNEYS + "/" + journey + "/summary").body();
    assertEquals("90.00", summary.path("overallScore").decimalValue().setScale(2).toString());
    assertEquals(60, summary.path("questionsAttempted").asInt());
    assertEquals(54, summary.path("questionsCorrect").asInt());
    assertEquals(60 * 12, summary.path("timeSpent").asInt());
    assertEquals(4, summary.path("skillsMastered").asInt());
    assertEquals(85, summary.path("containers").path(0).path("meanScore").asInt());
    assertTrue(summary.hasNonNull("endTime"));
    assertEquals(
        nina.get("/api/v1/learners/me/profile").body().path("lifetimeXp").asLong(),
        summary.path("totalXpEarned").asLong());
    String learner = server().learnerId(Person.NINA_ALVAREZ);
    String path = "/api/v1/learners/" + learner + "/journeys/" + journey + "/summary";
    for (Person person : List.of(Person.ROSA_ALVAREZ, Person.GRACE_OKAFOR, Person.VICTOR_STONE)) {
      assertEquals(summary, server().as(person).get(path).body(), person::name);
    }
    assertEquals(404, server().as(Person.DAVID_WILSON).get(path).status());
    keysAreNowhereIn(summary);
  }

  @Test
  void aContainerOpensWhenTheOneBeforeIsComplete() {
    Client lisa = server().as(Person.LISA_WOODS);
    String journey = start(lisa, "doctor");
    Client.Answer refused =
        lisa.post(
            JOURNEYS + "/" + journey + "/sessions",
            Map.of(
                "container", "EXPERIENCE", "subject", "Math", "skillId", "math-linear-equations"));
    assertEquals(409, refused.status());
    assertEquals("CONTAINER_NOT_OPEN", refused.code());
    assertEquals("LEARN/Math", refused.body().path("errors").path(0).path("field").asText());
    Client.Answer early = lisa.post(JOURNEYS + "/" + journey + "/complete", "{}");
    assertEquals("JOURNEY_NOT_COMPLETE", early.code());
    assertEquals(12, early.body().path("errors").size());
  }

  @Test
  void aRepeatedAnswerGetsTheSameResultAndALateOneCountsAtItsTime() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = mathOf10(lisa);
    String question = lesson.path("questions").path(0).path("questionId").asText();
    Map<String, Object> answer = answer(question, Content.right(question));
    answer.put("occurredAt", "2026-11-18T15:00:00Z");
    Client.Answer first = lisa.post(SESSIONS + id(lesson) + "/answers", answer);
    assertEquals(200, first.status(), first::toString);
    assertTrue(first.body().path("correct").asBoolean());
    assertTrue(first.body().path("xpEarned").asInt() >= 11, first::toString);
    assertEquals(first.body(), lisa.post(SESSIONS + id(lesson) + "/answers", answer).body());
    answer.put("hintsUsed", 1);
    Client.Answer other = lisa.post(SESSIONS + id(lesson) + "/answers", answer);
    assertEquals("EVENT_CONFLICT", other.code());

    Map<String, Object> late = answer(question, Content.wrong());
    late.put("occurredAt", "2026-11-18T14:00:00Z");
    Client.Answer before = lisa.post(SESSIONS + id(lesson) + "/answers", late);
    assertEquals(1, before.body().path("tryNumber").asInt(), before::toString);
    JsonNode history = lisa.get(SESSIONS + id(lesson)).body().path("history");
    assertEquals(2, history.size());
    assertFalse(history.path(0).path("correct").asBoolean());
    JsonNode logged = lisa.get("/api/v1/learning/events?limit=500").body().path("events");
    assertTrue(
        streamOf(logged).stream()
            .filter(e -> e.path("name").asText().equals("question.answered"))
            .allMatch(e -> e.path("trust").asText().equals("server")));
  }

  @Test
  void answersOnTwoDevicesAtOnceAllCountOnce() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = mathOf10(lisa);
    List<Map<String, Object>> answers = new ArrayList<>();
    for (JsonNode question : lesson.path("questions")) {
      String id = question.path("questionId").asText();
      answers.add(answer(id, Content.wrong()));
      answers.add(answer(id, Content.right(id)));
    }
    ExecutorService devices = Executors.newFixedThreadPool(4);
    try {
      List<Future<Client.Answer>> given = new ArrayList<>();
      for (int device = 0; device < 2; device++) {
        answers.forEach(
            a -> given.add(devices.submit(() -> lisa.post(SESSIONS + id(lesson) + "/answers", a))));
      }
      for (Future<Client.Answer> answer : given) {
        assertEquals(200, resultOf(answer).status(), () -> resultOf(answer).toString());
      }
    } finally {
      devices.shutdown();
    }
    JsonNode after = lisa.get(SESSIONS + id(lesson)).body();
    assertEquals(10, after.path("attempts").asInt());
    assertEquals(10, after.path("history").size());
    assertEquals(5, after.path("correct").asInt());
    assertEquals(100, after.path("score").asInt());
  }

  @Test
  void aLearnerOfGradeOneLearnsAndSeesNoXp() {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String journey = start(dale, "farmer");
    JsonNode lesson = lesson(dale, journey, "LEARN", "Math", "math-add-within-20");
    String question = lesson.path("questions").path(0).path("questionId").asText();
    Client.Answer answer =
        dale.post(SESSIONS + id(lesson) + "/answers", answer(question, Content.right(question)));
    assertEquals(200, answer.status(), answer::toString);
    assertTrue(answer.body().path("correct").asBoolean());
    assertFalse(answer.body().has("xpEarned"), answer::toString);
    String learner = server().learnerId(Person.DALE_JIMENEZ);
    assertTrue(Learners.profile(learner).path("lifetimeXp").asInt() >= 22);
    for (String own : List.of("tracks", "tracks/first-week/progress", "coach")) {
      Client.Answer seen = dale.get("/api/v1/learning/onboarding/" + own);
      assertEquals(200, seen.status(), seen::toString);
      assertFalse(seen.text().matches("(?s).*(xpReward|xpEarned|totalXp).*"), seen::text);
    }
    String path = "/api/v1/learners/" + learner + "/journeys/" + journey;
    for (Person person :
        List.of(Person.GABRIELLE_JIMENEZ, Person.EARNEST_BUCK, Person.CHADWICK_GARNER)) {
      JsonNode seen = server().as(person).get(path).body();
      assertEquals(journey, seen.path("journeyId").asText(), person::name);
      assertFalse(seen.toString().contains("prompt"), person::name);
    }
    for (Person person : List.of(Person.FRANK_BRADY, Person.GENE_MACIAS, Person.TYRONE_DYER)) {
      assertEquals(404, server().as(person).get(path).status(), person::name);
    }
  }

  @Test
  void strangersFindNeitherJourneyNorLesson() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = mathOf10(lisa);
    Client tyrone = server().as(Person.TYRONE_DYER);
    String question = lesson.path("questions").path(0).path("questionId").asText();
    assertEquals(404, tyrone.get(SESSIONS + id(lesson)).status());
    assertEquals(404, tyrone.post(SESSIONS + id(lesson) + "/complete", "{}").status());
    assertEquals(
        404,
        tyrone
            .post(SESSIONS + id(lesson) + "/answers", answer(question, Content.wrong()))
            .status());
    String journey = lesson.path("journeyId").asText();
    assertEquals(404, tyrone.get(JOURNEYS + "/" + journey).status());
    assertEquals(404, tyrone.get(JOURNEYS + "/" + journey + "/summary").status());
    assertEquals(200, lisa.get(JOURNEYS + "/" + journey).status());
    assertEquals(403, tyrone.get("/api/v1/content/questions").status());
    assertEquals(403, server().as(Person.GRACE_OKAFOR).post(JOURNEYS, "{}").status());
  }

  @Test
  void noAnswerToALearnerHoldsAKey() {
    Client lisa = server().as(Person.LISA_WOODS);
    JsonNode lesson = mathOf10(lisa);
    keysAreNowhereIn(lesson);
    String journey = lesson.path("journeyId").asText();
    for (String path :
        List.of(
            SESSIONS + id(lesson),
            JOURNEYS,
            JOURNEYS + "/" + journey,
            JOURNEYS + "/" + journey + "/summary",
            "/api/v1/learning/catalog/skills",
            "/api/v1/learning/catalog/paths",
            "/api/v1/learning/catalog/careers",
            "/api/v1/learners/me/record/skills",
            "/api/v1/learners/me/record/grades",
            "/api/v1/learners/me/record/devices")) {
      Client.Answer answer = lisa.get(path);
      assertEquals(200, answer.status(), path);
      keysAreNowhereIn(answer.body());
    }
    String question = lesson.path("questions").path(1).path("questionId").asText();
    keysAreNowhereIn(
        lisa.post(SESSIONS + id(lesson) + "/answers", answer(question, Content.wrong())).body());
  }

  @Test
  void badInputIsNamedByItsField() {
    Client lisa = server().as(Person.LISA_WOODS);
    Client.Answer journey = lisa.post(JOURNEYS, Map.of("career", "dragon", "companion", ""));
    assertEquals(400, journey.status());
    Set<String> fields = new HashSet<>();
    journey.body().path("errors").forEach(error -> fields.add(error.path("field").asText()));
    assertEquals(Set.of("/journeyId", "/companion"), fields);
    JsonNode lesson = mathOf10(lisa);
    Client.Answer answer = lisa.post(SESSIONS + id(lesson) + "/answers", "{\"answer\": {}}");
    assertEquals("JOURNEY_INVALID", answer.code());
    assertEquals(6, answer.body().path("errors").size(), answer::toString);
  }

  private static JsonNode mathOf10(Client learner) {
    return lesson(learner, start(learner, "engineer"), "LEARN", "Math", "math-linear-equations");
  }

  private static String start(Client learner, String career) {
    String id = Learners.newId();
    Client.Answer answer =
        learner.post(JOURNEYS, Map.of("journeyId", id, "career", career, "companion", "spark"));
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(
        answer.body(),
        learner
            .post(JOURNEYS, Map.of("journeyId", id, "career", career, "companion", "spark"))
            .body());
    return id;
  }

  private static JsonNode lesson(
      Client learner, String journey, String container, String subject, String skill) {
    Map<String, String> body = Map.of("container", container, "subject", subject, "skillId", skill);
    Client.Answer answer = learner.post(JOURNEYS + "/" + journey + "/sessions", body);
    assertEquals(200, answer.status(), answer::toString);
    assertTrue(answer.body().path("questions").size() >= 5);
    return answer.body();
  }

  private static void answerAll(Client learner, JsonNode lesson, int wrong) {
    int number = 0;
    for (JsonNode question : lesson.path("questions")) {
      String id = question.path("questionId").asText();
      Object given = number++ < wrong ? Content.wrong() : Content.right(id);
      Client.Answer answer = learner.post(SESSIONS + id(lesson) + "/answers", answer(id, given));
      assertEquals(200, answer.status(), answer::toString);
      assertEquals(number > wrong, answer.body().path("correct").asBoolean(), answer::toString);
      keysAreNowhereIn(answer.body());
    }
  }

  private static Map<String, Object> answer(String question, Object given) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("eventId", Learners.newId());
    answer.put("questionId", question);
    answer.put("questionType", "practice");
    answer.put("answer", given);
    answer.put("timeSpent", 12);
    answer.put("hintsUsed", 0);
    return answer;
  }

  private static String id(JsonNode lesson) {
    return lesson.path("sessionId").asText();
  }

  /** A consequence has a key, too: what it is about, beside its kind. */
  private static void keysAreNowhereIn(JsonNode node) {
    if (node.isObject() && node.has("key")) {
      assertTrue(node.has("kind") && node.path("key").isTextual(), node::toString);
    }
    assertFalse(node.has("tolerance") || node.has("answerKey"), node::toString);
    node.forEach(JourneyIT::keysAreNowhereIn);
  }

  private static List<JsonNode> streamOf(JsonNode list) {
    List<JsonNode> nodes = new ArrayList<>();
    list.forEach(nodes::add);
    return nodes;
  }

  private static Client.Answer resultOf(Future<Client.Answer> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
