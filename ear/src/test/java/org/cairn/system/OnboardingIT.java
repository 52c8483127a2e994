package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A district's own tracks, walked by its learners. */
class OnboardingIT extends SystemTest {

  private static final String ADMIN = "/api/v1/admin/tracks";
  private static final String MINE = "/api/v1/learning/onboarding/tracks/";
  private static final String MATCH = "If-Match";

  @Test
  void theExampleEarnsOneHundredAndSixtyInAnyOrder() {
    String track = example();
    String learner = Learners.take(1).get(0);
    List<Map<String, Object>> events = new ArrayList<>();
    for (int step = 1; step <= 5; step++) {
      String at = "2026-03-0" + (2 + step / 3) + "T15:0" + step + ":00Z";
      events.add(Learners.event(learner, "e" + step, track + ".step" + step, at));
    }
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(events, new Random(round));
      for (Map<String, Object> event : events) {
        assertEquals(200, Learners.report(List.of(event)).status());
      }
    }
    assertEarned(160, learner, track);
    assertEquals(7, rows(learner, track).size());
  }

  @Test
  void pastTheStreaksHoursItEarnsLessUntilALateEventRepairsIt() {
    String track = example();
    String learner = Learners.take(1).get(0);
    for (int step = 1; step <= 4; step++) {
      report(learner, "e" + step, track + ".step" + step, "2026-03-02T15:0" + step + ":00Z");
    }
    report(learner, "e5", track + ".step5", "2026-03-04T15:02:00Z");
    assertEarned(135, learner, track);
    report(learner, "late", track + ".step5", "2026-03-04T15:01:00Z");
    assertEarned(160, learner, track);
    report(learner, "earlier", track + ".step1", "2026-03-02T15:00:00Z");
    assertEarned(135, learner, track);
    report(learner, "repair", track + ".step5", "2026-03-03T15:01:00Z");
    assertEarned(160, learner, track);
    assertEquals(9, rows(learner, track).size());
  }

  @Test
  void aLearnerStartsDismissesAndSkips() {
    String key = put(decisions("w" + shortId()));
    Client tyrone = server().as(Person.TYRONE_DYER);
    JsonNode started = ok(tyrone.post(MINE + key + "/start", ""));
    assertFalse(progress(started).path("startedAt").asText().isEmpty(), started::toString);
    assertEquals(started, ok(tyrone.post(MINE + key + "/start", "")));
    assertEquals("one", started.path("nextStep").asText());
    assertEquals(List.of("AVAILABLE", "LOCKED", "AVAILABLE"), statuses(started));
    assertEquals("OPENS", started.path("map").path("edges").path(0).path("kind").asText());

    JsonNode skipped = ok(tyrone.post(MINE + key + "/steps/one/skip", ""));
    assertEquals(List.of("SKIPPED", "AVAILABLE", "AVAILABLE"), statuses(skipped));
    Client.Answer refused = tyrone.post(MINE + key + "/steps/two/skip", "");
    assertEquals(409, refused.status(), refused::toString);
    assertEquals("STEP_NOT_SKIPPABLE", refused.code());
    assertEquals("STEP_NOT_FOUND", tyrone.post(MINE + key + "/steps/none/skip", "").code());
    assertEquals("TRACK_NOT_FOUND", tyrone.post(MINE + "none/start", "").code());

    JsonNode dismissed = ok(tyrone.post(MINE + key + "/dismiss", ""));
    assertFalse(progress(dismissed).path("dismissedAt").asText().isEmpty());
    JsonNode back = ok(tyrone.post(MINE + key + "/undismiss", ""));
    assertTrue(progress(back).path("dismissedAt").isMissingNode(), back::toString);
    retire(key);
    assertEquals(back, ok(tyrone.get(MINE + key + "/progress")), "who has begun goes on");
    String list = MINE.replaceFirst("/$", "");
    assertTrue(tyrone.get(list).text().contains(key), "and finds it in the list");
    assertFalse(server().as(Person.LISA_WOODS).get(list).text().contains(key));
  }

  @Test
  void aTeacherOfTheClassWaivesAndOthersDoNot() {
    String key = put(decisions("w" + shortId()));
    String dale = server().learnerId(Person.DALE_JIMENEZ);
    String waive = "/api/v1/learners/" + dale + "/onboarding/tracks/" + key + "/steps/two/waive";
    Map<String, String> reason = Map.of("reason", "Was ill");
    for (Person stranger : List.of(Person.GENE_MACIAS, Person.GRACE_OKAFOR, Person.VICTOR_STONE)) {
      Client.Answer refused = server().as(stranger).post(waive, reason);
      assertEquals("404 LEARNER_NOT_FOUND", refused.status() + " " + refused.code());
    }
    for (Person other : List.of(Person.DALE_JIMENEZ, Person.GABRIELLE_JIMENEZ)) {
      assertEquals(403, server().as(other).post(waive, reason).status());
    }
    Client teacher = server().as(Person.EARNEST_BUCK);
    Client.Answer blank = teacher.post(waive, Map.of("reason", " "));
    assertEquals("WAIVER_INVALID", blank.code());
    assertEquals("/reason", blank.body().path("errors").path(0).path("field").asText());
    JsonNode waived = ok(teacher.post(waive, reason));
    assertEquals(List.of("AVAILABLE", "SKIPPED", "AVAILABLE"), statuses(waived));
    assertTrue(waived.path("steps").path(1).path("waived").asBoolean());
    assertEquals(waived, ok(teacher.post(waive, reason)), "again changes nothing");
    JsonNode entries =
        server()
            .as(Person.DAVID_WILSON)
            .get("/api/v1/admin/audit?action=OVERRIDE_MADE&learner=" + dale)
            .body()
            .path("items");
    assertTrue(entries.toString().contains(key), entries::toString);
    retire(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onboarding.track.started", "onboarding.step.waived"})
  void nobodySendsDecisionsAsEvents(String name) {
    Map<String, Object> event = Map.of("eventId", "forged", "name", name);
    Client.Answer own = server().as(Person.TYRONE_DYER).post("/api/v1/learning/events", event);
    assertEquals("400 EVENT_INVALID", own.status() + " " + own.code());
    assertEquals("/name", own.body().path("errors").path(0).path("field").asText());
    String learner = server().learnerId(Person.TYRONE_DYER);
    JsonNode outcome = Learners.report(List.of(Learners.event(learner, "f", name))).body();
    assertTrue(outcome.toString().contains("EVENT_INVALID"), outcome::toString);
  }

  @Test
  void anOwnTrackIsPutReadAndClosed() {
    String key = "w" + shortId();
    Client admin = server().as(Person.DAVID_WILSON);
    String path = ADMIN + "/" + key;
    Client.Answer wrong =
        admin.put(path, decisions(key).replace("\"stepKey\":\"one\"", "\"stepKey\":\"x\""));
    assertEquals("400 TRACK_INVALID", wrong.status() + " " + wrong.code());
    assertEquals(
        "/steps/1/prerequisites/0/stepKey",
        wrong.body().path("errors").path(0).path("field").asText());
    assertEquals("400", "" + admin.put(path, decisions("other")).status());
    Client.Answer made = admin.put(path, decisions(key));
    assertEquals(200, made.status(), made::toString);
    assertEquals("\"district-1\"", made.headers().firstValue("ETag").orElseThrow());
    assertEquals(made.body(), admin.get(path).body());
    assertEquals(400, admin.put(path, decisions(key)).status());
    assertEquals(412, admin.put(path, MATCH, "\"district-7\"", decisions(key)).status());
    assertTrue(admin.get(ADMIN + "?limit=500").text().contains(key));
    assertEquals(404, server().as(Person.VICTOR_STONE).get(path).status());
    assertEquals(403, server().as(Person.EARNEST_BUCK).get(path).status());
    assertEquals(412, delete(admin, path, "\"district-7\"").status());
    assertEquals("RETIRED", delete(admin, path, "\"district-1\"").body().path("state").asText());
    assertEquals("TRACK_NOT_FOUND", delete(admin, ADMIN + "/first-steps", "\"shared-1\"").code());
  }

  @Test
  void theNightlyJobHelpsOnWhoWaitsForAStepThatIsGone() throws InterruptedException {
    String key = put(decisions("w" + shortId()));
    String learner = Learners.take(1).get(0);
    report(learner, "1", key + ".one", "2026-03-02T15:00:00Z");
    report(learner, "3", key + ".three", "2026-03-02T15:01:00Z");
    Client admin = server().as(Person.DAVID_WILSON);
    String without =
        decisions(key)
            .replaceAll("(?s),\\s+\\{\"key\":\"two\".*?\\}\\]\\}", "")
            .replace("\"name\"", "\"completionRewards\":{\"xpBonus\":9},\"name\"");
    ok(admin.put(ADMIN + "/" + key, MATCH, "\"district-1\"", without));
    String runs = "/api/v1/admin/jobs/catalog-alignment/executions";
    Client.Answer started = admin.post(runs, Map.of());
    assertEquals(202, started.status(), started::toString);
    String run = runs + "/" + started.body().path("id").asText();
    JsonNode ended = admin.get(run).body();
    for (int i = 0; i < 600 && !ended.hasNonNull("endedAt"); i++) {
      Thread.sleep(100);
      ended = admin.get(run).body();
    }
    assertEquals("COMPLETED", ended.path("state").asText(), ended::toString);
    JsonNode view =
        admin.get("/api/v1/learners/" + learner + "/onboarding/tracks/" + key + "/progress").body();
    assertEquals(1, view.path("track").path("version").asInt(), view::toString);
    assertEquals(100, progress(view).path("percent").asInt(), view::toString);
    assertEquals("2026-03-02T15:01:00Z", progress(view).path("completedAt").asText());
    ok(delete(admin, ADMIN + "/" + key, "\"district-2\""));
  }

  @Test
  void aligningAgainSaysThatNothingChanged() {
    Client operator = server().as(Person.OLGA_OPERATOR);
    ok(operator.post(ADMIN + ":align", ""));
    JsonNode again = ok(operator.post(ADMIN + ":align", ""));
    assertEquals(
        "[] [] 0",
        again.path("created") + " " + again.path("changed") + " " + again.path("retired"));
    assertTrue(again.path("unchanged").asInt() >= 2, again::toString);
    assertEquals(403, server().as(Person.DAVID_WILSON).post(ADMIN + ":align", "").status());
    assertEquals(403, server().as(Person.BARRY_TANNER).post(ADMIN + ":align", "").status());
  }

  private static void assertEarned(int xp, String learner, String track) {
    JsonNode progress =
        server()
            .asSystemOf("grand-bend")
            .get("/api/v1/learners/" + learner + "/onboarding/tracks/" + track + "/progress")
            .body();
    assertEquals(xp, progress(progress).path("xpEarned").asInt(), progress::toString);
    assertEquals(
        xp, rows(learner, track).stream().mapToInt(row -> row.path("amount").asInt()).sum());
  }

  private static List<JsonNode> rows(String learner, String track) {
    return Learners.ledger(learner).stream()
        .filter(row -> row.path("source").asText().startsWith("track/" + track + "/"))
        .toList();
  }

  private static void report(String learner, String id, String name, String at) {
    Client.Answer answer = Learners.report(List.of(Learners.event(learner, id, name, at)));
    assertEquals(200, answer.status(), answer::toString);
  }

  /** The worked example of the specification; its events begin with the track's key. */
  private static String example() {
    String key = "w" + shortId();
    StringBuilder steps = new StringBuilder();
    for (int step = 1; step <= 5; step++) {
      steps.append(step == 1 ? "" : ",");
      steps.append(
          "{\"key\":\"step%d\",\"title\":\"S\",\"xpReward\":%d,\"completion\":{\"eventName\":\"%s.step%d\"}}"
              .formatted(step, step == 5 ? 30 : 20, key, step));
    }
    return put(
        "{\"key\":\"%s\",\"name\":\"Example\",\"streakRule\":{\"hoursWindow\":48,\"bonusXp\":25},\"completionRewards\":{\"xpBonus\":25},\"steps\":[%s]}"
            .formatted(key, steps));
  }

  private static String decisions(String key) {
    return """
        {"key":"%1$s","name":"Decisions","steps":[
          {"key":"one","title":"One","xpReward":0,"canSkip":true,
           "completion":{"eventName":"%1$s.one"}},
          {"key":"two","title":"Two","xpReward":0,"completion":{"eventName":"%1$s.two"},
           "prerequisites":[{"kind":"step_completed","stepKey":"one"}]},
          {"key":"three","title":"Three","xpReward":0,"completion":{"eventName":"%1$s.three"}}]}
        """
        .formatted(key);
  }

  /**
   * New definitions are in force on every node within seconds, on the one that took them at once.
   */
  private static String put(String definition) {
    String key = definition.replaceAll("(?s)^\\{\"key\":\"([^\"]+)\".*", "$1").trim();
    ok(server().as(Person.DAVID_WILSON).put(ADMIN + "/" + key, definition));
    return key;
  }

  private static void retire(String key) {
    ok(delete(server().as(Person.DAVID_WILSON), ADMIN + "/" + key, "\"district-1\""));
  }

  private static Client.Answer delete(Client client, String path, String tag) {
    return client.send(
        path,
        request ->
            request.header(MATCH, tag).method("DELETE", HttpRequest.BodyPublishers.noBody()));
  }

  private static JsonNode ok(Client.Answer answer) {
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static JsonNode progress(JsonNode view) {
    return view.path("track").path("progress");
  }

  private static List<String> statuses(JsonNode view) {
    List<String> statuses = new ArrayList<>();
    view.path("steps").forEach(step -> statuses.add(step.path("status").asText()));
    return statuses;
  }

  private static String shortId() {
    return Learners.newId().replace("-", "").substring(20);
  }
}
