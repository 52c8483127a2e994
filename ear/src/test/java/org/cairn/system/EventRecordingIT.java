package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRecordingIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";

  @Test
  void theSameIdWithOtherContentIsAConflictAndChangesNothing() {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String id = Learners.newId();
    dale.post(EVENTS, Map.of("eventId", id, "name", "a.b"));
    JsonNode before = dale.get(EVENTS + "?limit=500").body();
    Client.Answer conflict = dale.post(EVENTS, Map.of("eventId", id, "name", "a.c"));
    assertEquals(409, conflict.status(), conflict::toString);
    assertEquals("EVENT_CONFLICT", conflict.code());
    assertEquals(before, dale.get(EVENTS + "?limit=500").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"eventId\":\"1\"}|EVENT_INVALID|/name",
        "{\"name\":\"a.b\"}|EVENT_INVALID|/eventId",
        "{\"eventId\":1,\"name\":\"a.b\"}|EVENT_INVALID|/eventId",
        "{\"eventId\":\"1\",\"name\":\"A.b\"}|EVENT_INVALID|/name",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"xp\":5}|EVENT_INVALID|/xp",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"learnerId\":\"x\"}|EVENT_INVALID|/learnerId",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"name\":\"a.c\"}|EVENT_INVALID|/name",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"version\":1.5}|EVENT_INVALID|/version",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"version\":99999999999}|EVENT_INVALID|/version",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"occurredAt\":\"2026-03-02\"}|EVENT_INVALID|/occurredAt",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"occurredAt\":\"1970-01-01T00:00:00Z\"}|EVENT_INVALID|/occurredAt",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"payload\":[]}|EVENT_INVALID|/payload",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"payload\":{\"x\":{\"y\":1}}}|EVENT_INVALID|/payload/x",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"payload\":{\"parent_email\":1}}|PAYLOAD_REJECTED|/payload/parent_email",
        "{\"eventId\":\"1\",\"name\":\"a.b\",\"payload\":{\"n\":1e999999}}|EVENT_INVALID|/payload/n",
        "{\"eventId\":\"1\\u0000\",\"name\":\"a.b\"}|EVENT_INVALID|/eventId",
        "{\"eventId\":\"\\ud800\",\"name\":\"a.b\"}|EVENT_INVALID|/eventId"
      })
  void badInputNamesItsField(String body, String code, String field) {
    Client.Answer answer = server().as(Person.DALE_JIMENEZ).post(EVENTS, body);
    assertEquals(400, answer.status(), answer::toString);
    assertEquals(code, answer.code());
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void oneBadEventOfABatchNeverTakesTheOthersWithIt() {
    List<String> learners = Learners.take(2);
    List<Map<String, Object>> events = new ArrayList<>();
    events.add(Learners.event(learners.get(1), "good", "page.read"));
    events.add(Learners.event(learners.get(0), "good", "page.read"));
    events.add(Learners.event(learners.get(0), "bad", "no dots"));
    events.add(Learners.event("00000000-0000-0000-0000-000000000000", "lost", "page.read"));
    events.add(Learners.event(learners.get(0), "good", "page.read"));
    events.add(Learners.event(learners.get(0), "good", "page.turned"));
    JsonNode results = Learners.report(events).body().path("results");
    List<String> told = new ArrayList<>();
    results.forEach(
        r -> told.add(r.path("status").asText() + r.path("problem").path("code").asText()));
    assertEquals(
        List.of(
            "stored",
            "stored",
            "refusedEVENT_INVALID",
            "refusedLEARNER_NOT_FOUND",
            "duplicate",
            "refusedEVENT_CONFLICT"),
        told);
    assertEquals(
        "/events/2/name",
        results.path(2).path("problem").path("errors").path(0).path("field").asText());
  }

  @Test
  void aBatchOfFiveHundredAndOneIsRefusedWhole() {
    String learner = Learners.take(1).get(0);
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i <= 500; i++) {
      events.add(Learners.event(learner, "e" + i, "page.turned"));
    }
    Client.Answer refused = Learners.report(events);
    assertEquals(400, refused.status(), refused::toString);
    assertEquals("TOO_MANY_EVENTS", refused.code());
    Client.Answer stored = Learners.report(events.subList(1, 501));
    assertEquals(200, stored.status());
    assertEquals("stored", stored.body().path("results").path(499).path("status").asText());
    assertEquals(500, stored.body().path("results").path(499).path("position").asInt());
  }

  @Test
  void anEventFromTheFutureIsFlaggedAndCountsNow() {
    JsonNode event =
        server()
            .as(Person.DALE_JIMENEZ)
            .post(
                EVENTS,
                Map.of(
                    "eventId",
                    Learners.newId(),
                    "name",
                    "a.b",
                    "occurredAt",
                    "2099-01-01T00:00:00Z"))
            .body()
            .path("event");
    assertTrue(event.path("clockSkew").asBoolean());
    assertEquals(event.path("recordedAt"), event.path("effectiveAt"));
  }
}
