package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An author writes content over REST, by the schema and rules of the files. */
class ContentAuthoringIT extends SystemTest {

  private static final String QUESTIONS = "/api/v1/content/questions";
  private static final String ACTIVITIES = "/api/v1/content/activities";
  private static final String SKILLS = "/api/v1/content/skills";

  private final Client kurt = server().as(Person.KURT_MCCARTHY);

  @Test
  void aSkillIsPublishedAfterItsFiveQuestionsAndOnlyForItsDistrict() {
    String skill = newId();
    Client.Answer draft = kurt.post(SKILLS, skill(skill));
    assertEquals(201, draft.status(), draft::toString);
    Client.Answer early = publish(SKILLS, skill, tagOf(draft));
    assertEquals("CONTENT_INVALID", early.code());
    assertTrue(early.text().contains("it has 0"), early::text);
    for (int i = 0; i < 5; i++) {
      String question = newId();
      Client.Answer created = kurt.post(QUESTIONS, question(question, skill, i));
      Client.Answer published = publish(QUESTIONS, question, tagOf(created));
      assertEquals(200, published.status(), published::toString);
      assertEquals(1, published.body().path("version").asInt());
    }
    assertEquals(404, catalog(Person.LISA_WOODS, skill).status());
    assertEquals(200, publish(SKILLS, skill, tagOf(draft)).status());
    assertEquals(200, catalog(Person.LISA_WOODS, skill).status());
    assertEquals(404, catalog(Person.NINA_ALVAREZ, skill).status());
    JsonNode listed = kurt.get(QUESTIONS + "?skill=" + skill + "&limit=2").body();
    assertEquals(2, listed.path("items").size());
    assertTrue(listed.hasNonNull("next"));
    assertEquals(
        5, kurt.get(QUESTIONS + "?skill=" + skill + "&grade=09").body().path("items").size());
    assertEquals(
        0, kurt.get(QUESTIONS + "?skill=" + skill + "&grade=KG").body().path("items").size());
    assertEquals(403, server().as(Person.NINA_ALVAREZ).get(QUESTIONS).status());
  }

  @Test
  void whatIsPublishedStaysUntilTheNextVersionAndAStaleEditIsRefused() {
    String id = newId();
    Client.Answer created = kurt.post(QUESTIONS, question(id, "math-linear-equations", 1));
    String first = tagOf(created);
    String second = tagOf(publish(QUESTIONS, id, first));
    Map<String, Object> changed = question(id, "math-linear-equations", 7);
    Client.Answer stale = put(QUESTIONS + "/" + id, first, changed);
    assertEquals(412, stale.status());
    assertEquals("CONTENT_STALE", stale.code());
    assertEquals(400, kurt.put(QUESTIONS + "/" + id, changed).status());
    Client.Answer edited = put(QUESTIONS + "/" + id, second, changed);
    assertEquals(200, edited.status(), edited::toString);
    assertEquals(1, edited.body().path("published").path("key").path("value").asInt());
    assertEquals(7, edited.body().path("draft").path("key").path("value").asInt());
    Client.Answer published = publish(QUESTIONS, id, tagOf(edited));
    assertEquals(2, published.body().path("version").asInt());
    assertEquals(7, published.body().path("published").path("key").path("value").asInt());
    assertFalse(published.body().has("draft"));
    assertEquals("CONTENT_NOT_DRAFT", publish(QUESTIONS, id, tagOf(published)).code());
    Client.Answer retired =
        kurt.send(
            QUESTIONS + "/" + id + ":retire",
            request -> request.header("If-Match", tagOf(published)).POST(BodyPublishers.noBody()));
    assertEquals("retired", retired.body().path("state").asText(), retired::toString);
  }

  @Test
  void whatDoesNotFitIsNamedByItsField() {
    Map<String, Object> wrong = question(newId(), "no-such-skill", 1);
    Client.Answer created = kurt.post(QUESTIONS, wrong);
    assertEquals(201, created.status(), created::toString);
    Client.Answer refused = publish(QUESTIONS, created.body().path("id").asText(), tagOf(created));
    assertEquals(400, refused.status());
    assertEquals("/skill", refused.body().path("errors").path(0).path("field").asText());

    Map<String, Object> key = question(newId(), "math-linear-equations", 1);
    key.put("key", List.of("three"));
    Client.Answer misfit = kurt.post(QUESTIONS, key);
    assertEquals("CONTENT_INVALID", misfit.code());
    assertEquals("/key", misfit.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void sharedContentIsReadAndNeverChanged() {
    String shared = "math-linear-equations.01";
    Client.Answer read = kurt.get(QUESTIONS + "/" + shared);
    assertTrue(read.body().path("shared").asBoolean(), read::toString);
    Map<String, Object> own = question(shared, "math-linear-equations", 1);
    assertEquals("CONTENT_ID_TAKEN", kurt.post(QUESTIONS, own).code());
    assertEquals(409, put(QUESTIONS + "/" + shared, tagOf(read), own).status());
  }

  @Test
  void aSecondInteractionIdIsRefusedAtPublicationAndToldWithBothPlacesBefore() {
    String first = newId();
    String other = newId();
    String interaction = newId();
    Client.Answer published =
        publish(ACTIVITIES, first, tagOf(kurt.post(ACTIVITIES, activity(first, interaction))));
    assertEquals(200, published.status(), published::toString);
    Client.Answer refused =
        publish(ACTIVITIES, other, tagOf(kurt.post(ACTIVITIES, activity(other, interaction))));
    assertEquals("CONTENT_INVALID", refused.code());
    JsonNode error = refused.body().path("errors").path(0);
    assertEquals("/interactions/0/id", error.path("field").asText());
    assertEquals("defined in activities/" + first + ", too", error.path("message").asText());

    JsonNode judged = validate(Map.of("activities", List.of(activity(other, interaction)))).body();
    assertFalse(judged.path("valid").asBoolean());
    JsonNode finding = judged.path("findings").path(0);
    assertEquals("document /activities/0 at /interactions/0/id", finding.path("field").asText());
    assertEquals(
        "defined in the district's activities/" + first + " at /interactions/0/id, too",
        finding.path("message").asText());
  }

  @Test
  void aCatalogIsJudgedWithDocumentsInTheirPlacesAndNothingIsStored() {
    Client.Answer inForce = validate(Map.of());
    assertEquals(200, inForce.status(), inForce::toString);
    assertTrue(inForce.body().path("valid").asBoolean(), inForce::text);
    int items = inForce.body().path("items").asInt();
    assertTrue(items >= 180, inForce::text);

    String id = newId();
    Client.Answer more = validate(Map.of("activities", List.of(activity(id, newId()))));
    assertTrue(more.body().path("valid").asBoolean(), more::text);
    assertEquals(items + 1, more.body().path("items").asInt());
    assertEquals(404, kurt.get(ACTIVITIES + "/" + id).status());

    Client.Answer shared = validate(Map.of("activities", List.of(activity("welcome", newId()))));
    assertEquals(
        "defined in the shared activities/welcome, too",
        shared.body().path("findings").path(0).path("message").asText(),
        shared::text);
    Client.Answer unreadable = validate(Map.of("activities", List.of(Map.of("id", "x"))));
    assertEquals("CONTENT_INVALID", unreadable.code());
    assertTrue(unreadable.text().contains("/activities/0"), unreadable::text);
    assertEquals(
        403, server().as(Person.LISA_WOODS).post("/api/v1/content:validate", Map.of()).status());
  }

  private Client.Answer validate(Map<String, Object> file) {
    return kurt.post("/api/v1/content:validate", file);
  }

  private static Map<String, Object> activity(String id, String interaction) {
    return Map.of(
        "id",
        id,
        "title",
        "An activity of our own",
        "interactions",
        List.of(Map.of("id", interaction, "title", "Quiz")));
  }

  private Client.Answer publish(String collection, String id, String tag) {
    return kurt.send(
        collection + "/" + id + ":publish",
        request -> request.header("If-Match", tag).POST(BodyPublishers.noBody()));
  }

  private Client.Answer put(String path, String tag, Map<String, Object> body) {
    return kurt.put(path, "If-Match", tag, body);
  }

  private static String tagOf(Client.Answer answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static Client.Answer catalog(Person person, String skill) {
    return server().as(person).get("/api/v1/learning/catalog/skills/" + skill);
  }

  private static String newId() {
    return "own." + Learners.newId();
  }

  private static Map<String, Object> skill(String id) {
    return Map.of(
        "id", id, "subject", "Math", "grades", List.of("09"), "title", "A skill of our own");
  }

  private static Map<String, Object> question(String id, String skill, int value) {
    Map<String, Object> question = new HashMap<>();
    question.put("id", id);
    question.put("skill", skill);
    question.put("type", "numeric");
    question.put("prompt", value + " + 0 = ?");
    question.put("key", Map.of("value", value));
    question.put("expectedTime", 10);
    return question;
  }
}
