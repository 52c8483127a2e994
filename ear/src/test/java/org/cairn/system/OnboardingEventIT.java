package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract {@code learning.onboarding.recordEvent}. */
class OnboardingEventIT extends SystemTest {

  static final String EVENTS = "/api/v1/learning/onboarding/events";

  @Test
  void aProductsEventCompletesAStepAndIsAnsweredTheSameAgain() {
    String learner = Learners.take(1).get(0);
    Map<String, Object> event = card(learner, "answer-1");
    event.put("trackId", "card-drill");
    Client.Answer first = system().post(EVENTS, event);
    assertEquals(200, first.status(), first::toString);
    assertTrue(first.body().path("success").asBoolean());
    assertTrue(first.body().path("xpEarned").asInt() >= 10, first::toString);
    assertEquals(
        "true", matched(first.body(), "card-drill", "first-card").path("completed").asText());
    assertEquals(
        "false", matched(first.body(), "card-drill", "five-cards").path("completed").asText());
    for (int again = 0; again < 3; again++) {
      assertEquals(first.text(), system().post(EVENTS, event).text());
    }
    assertEquals(first.body().path("xpEarned").asInt(), ledgerOf(learner, "answer-1"));
  }

  @Test
  void aNamedTrackIsACheckAndNoFilter() {
    String learner = Learners.take(1).get(0);
    Map<String, Object> event = card(learner, "answer-1");
    event.put("trackId", "fact-drill");
    JsonNode answer = system().post(EVENTS, event).body();
    assertEquals(
        "first-card", matched(answer, "card-drill", "first-card").path("stepKey").asText());
    assertEquals(
        "first-card", matched(answer, "fact-drill", "first-card").path("stepKey").asText());
  }

  @Test
  void whatMatchesNothingIsStoredAndAnsweredWithNothing() throws SQLException {
    String learner = Learners.take(1).get(0);
    Map<String, Object> event = event(learner, "other-1", "deal.created");
    Client.Answer answer = system().post(EVENTS, event);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(0, answer.body().path("matched").size());
    assertEquals(0, answer.body().path("xpEarned").asInt());
    assertEquals(1, stored(learner, "other-1"));
  }

  @Test
  void anUnknownTrackAStepThatIsNotThereAndAStrangerStoreNothing() throws SQLException {
    String learner = Learners.take(1).get(0);
    Map<String, Object> event = card(learner, "answer-1");
    event.put("trackId", "no-such-track");
    assertRefused(404, "TRACK_NOT_FOUND", system().post(EVENTS, event));
    event.put("trackId", "first-steps");
    assertRefused(404, "STEP_NOT_FOUND", system().post(EVENTS, event));
    event.remove("trackId");
    event.put("learnerId", "00000000-0000-7000-8000-000000000000");
    assertRefused(404, "TRACK_NOT_FOUND", system().post(EVENTS, event));
    event.put("learnerId", "nobody");
    assertRefused(404, "TRACK_NOT_FOUND", system().post(EVENTS, event));
    event.put("learnerId", learner);
    assertRefused(404, "TRACK_NOT_FOUND", server().asSystemOf("lakeside").post(EVENTS, event));
    assertEquals(0, stored(learner, "answer-1"));
    assertEquals(0, Learners.ledger(learner).size());
  }

  @Test
  void aLearnerRecordsForItselfAndForNobodyElse() {
    Client lisa = server().as(Person.LISA_WOODS);
    String own = server().learnerId(Person.LISA_WOODS);
    Map<String, Object> event = event(own, Learners.newId(), "companion.chosen");
    Client.Answer answer = lisa.post(EVENTS, event);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(
        "choose-companion",
        matched(answer.body(), "first-steps", "choose-companion").path("stepKey").asText());
    event.put("learnerId", "me");
    assertEquals(answer.text(), lisa.post(EVENTS, event).text());
    event.put("learnerId", server().learnerId(Person.DALE_JIMENEZ));
    assertRefused(404, "TRACK_NOT_FOUND", lisa.post(EVENTS, event));
    assertEquals(403, server().as(Person.EARNEST_BUCK).post(EVENTS, event).status());
  }

  @Test
  void whatNeedsMoreTrustThanALearnersIsNoMatch() {
    Client lisa = server().as(Person.LISA_WOODS);
    Map<String, Object> event = event("me", Learners.newId(), "drill.card.mastered");
    event.put("eventPayload", Map.of("skillId", "sums", "mastery", 1));
    event.put("trackId", "fact-drill");
    assertRefused(404, "STEP_NOT_FOUND", lisa.post(EVENTS, event));
  }

  @Test
  void withoutAnEventIdTheKeyTellsOneRequestFromAnother() throws SQLException {
    String learner = Learners.take(1).get(0);
    Map<String, Object> event = card(learner, "x");
    event.remove("eventId");
    Client.Answer keyless = system().post(EVENTS, event);
    assertRefused(400, "INVALID_REQUEST", keyless);
    assertEquals("/eventId", keyless.body().path("errors").path(0).path("field").asText());
    Client.Answer first = system().post(EVENTS, "Idempotency-Key", "bus-1", event);
    assertEquals(200, first.status(), first::toString);
    assertEquals(first.text(), system().post(EVENTS, "Idempotency-Key", "bus-1", event).text());
    assertEquals(1, TestSql.count("learning_event where true", List.of(learner)));
    system().post(EVENTS, "Idempotency-Key", "bus-2", event);
    assertEquals(2, TestSql.count("learning_event where true", List.of(learner)));
    event.put("eventVersion", 2);
    assertRefused(409, "EVENT_CONFLICT", system().post(EVENTS, "Idempotency-Key", "bus-2", event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"learnerId\":\"me\",\"eventId\":\"1\"}|EVENT_INVALID|/eventName",
        "{\"eventName\":\"a.b\",\"eventId\":\"1\"}|EVENT_INVALID|/learnerId",
        "{\"learnerId\":\"me\",\"eventName\":\"A.b\",\"eventId\":\"1\"}|EVENT_INVALID|/eventName",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"eventPayload\":{\"x\":{\"y\":1}}}|EVENT_INVALID|/eventPayload/x",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"eventPayload\":{\"email\":1}}|PAYLOAD_REJECTED|/eventPayload/email",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"eventPayload\":{\"n\":1e999999}}|EVENT_INVALID|/eventPayload/n",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"eventPayload\":{\"n\":1e99999999999}}|INVALID_REQUEST|/eventPayload/n",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"occurredAt\":\"+999999999-12-31T23:59:59Z\"}|EVENT_INVALID|/occurredAt",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"occurredAt\":\"yesterday\"}|EVENT_INVALID|/occurredAt",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"eventVersion\":1.5}|INVALID_REQUEST|/eventVersion",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"1\",\"xp\":5}|INVALID_REQUEST|/xp",
        "{\"learnerId\":\"me\",\"eventName\":\"a.b\",\"eventId\":\"\\u0000\"}|EVENT_INVALID|/eventId"
      })
  void badInputNamesTheContractsField(String body, String code, String field) {
    Client.Answer answer = server().as(Person.DALE_JIMENEZ).post(EVENTS, body);
    assertRefused(400, code, answer);
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  static Map<String, Object> event(String learner, String eventId, String name) {
    Map<String, Object> event = new HashMap<>();
    event.put("learnerId", learner);
    event.put("eventId", eventId);
    event.put("eventName", name);
    return event;
  }

  private static Map<String, Object> card(String learner, String eventId) {
    Map<String, Object> event = event(learner, eventId, "drill.card.answered");
    event.put("eventPayload", Map.of("skillId", "sums", "correct", true));
    event.put("occurredAt", "2026-03-05T18:00:00Z");
    return event;
  }

  private static Client system() {
    return server().asSystemOf("grand-bend");
  }

  private static JsonNode matched(JsonNode answer, String track, String step) {
    for (JsonNode match : answer.path("matched")) {
      if (match.path("trackKey").asText().equals(track)
          && match.path("stepKey").asText().equals(step)) {
        return match;
      }
    }
    throw new AssertionError(track + "/" + step + " is not in " + answer);
  }

  private static int ledgerOf(String learner, String eventId) {
    return Learners.ledger(learner).stream()
        .filter(row -> row.path("eventId").asText().equals(eventId))
        .mapToInt(row -> row.path("amount").asInt())
        .sum();
  }

  private static long stored(String learner, String eventId) throws SQLException {
    return TestSql.count("learning_event where event_id = '" + eventId + "'", List.of(learner));
  }

  private static void assertRefused(int status, String code, Client.Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertEquals(code, answer.code(), answer::toString);
  }
}
