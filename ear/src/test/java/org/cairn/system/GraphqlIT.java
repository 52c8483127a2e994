package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL tells what REST tells, and gives way to no attack on its language. */
class GraphqlIT extends SystemTest {

  private static final String GRAPHQL = "/graphql";

  @Test
  void tracksAndProgressAreThoseOfRest() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    JsonNode told =
        data(
            nina,
            "{ myOnboardingTracks { key version name isRequired steps totalXp"
                + " progress { percent xpEarned } }"
                + " myOnboardingProgress(trackKey: \"first-steps\") {"
                + " nextStep steps { key status xpReward } track { key } } }");
    JsonNode tracks = nina.get("/api/v1/learning/onboarding/tracks").body();
    assertEquals(tracks.size(), told.path("myOnboardingTracks").size());
    for (int i = 0; i < tracks.size(); i++) {
      JsonNode track = told.path("myOnboardingTracks").path(i);
      for (String field : List.of("key", "version", "name", "isRequired", "steps", "totalXp")) {
        assertEquals(tracks.path(i).path(field), track.path(field), field);
      }
      assertEquals(
          tracks.path(i).path("progress").path("percent"), track.path("progress").path("percent"));
    }
    JsonNode progress = nina.get("/api/v1/learning/onboarding/tracks/first-steps/progress").body();
    assertEquals(progress.path("nextStep"), told.path("myOnboardingProgress").path("nextStep"));
    assertEquals(
        progress.path("steps").size(), told.path("myOnboardingProgress").path("steps").size());
  }

  @Test
  void anEventIsRecordedOnceByEitherWay() {
    Client tyrone = server().as(Person.TYRONE_DYER);
    String id = Learners.newId();
    String mutation =
        "mutation ($input: LearningEventInput!) { recordLearningEvent(input: $input) {"
            + " xpEarned event { eventId position payload trust occurredAt clockSkew }"
            + " consequences { kind key xp } } }";
    Map<String, Object> input =
        Map.of(
            "eventId",
            id,
            "name",
            "a.b",
            "payload",
            Map.of("n", 0.5, "list", List.of(1, "x")),
            "occurredAt",
            "2026-03-02T08:30:00+01:00");
    JsonNode first = post(tyrone, mutation, Map.of("input", input)).body();
    JsonNode event = first.path("data").path("recordLearningEvent").path("event");
    assertEquals(id, event.path("eventId").asText(), first::toString);
    assertEquals("CLIENT", event.path("trust").asText());
    assertEquals("2026-03-02T07:30:00Z", event.path("occurredAt").asText());
    assertEquals(0.5, event.path("payload").path("n").asDouble());
    assertEquals(first, post(tyrone, mutation, Map.of("input", input)).body());
    Client.Answer rest = tyrone.post("/api/v1/learning/events", input);
    assertEquals(
        event.path("position"), rest.body().path("event").path("position"), rest::toString);
    JsonNode page =
        data(tyrone, "{ myLearningEvents(limit: 500) { hasMore cursor events { eventId } } }");
    assertTrue(page.path("myLearningEvents").path("events").toString().contains(id));
  }

  @Test
  void theContractsCodesAreThoseOfRest() {
    Client system = server().asSystemOf("grand-bend");
    String learner = Learners.take(1).get(0);
    String mutation =
        "mutation ($input: OnboardingEventInput!) { recordOnboardingEvent(input: $input) {"
            + " success xpEarned matched { trackKey stepKey completed } } }";
    Map<String, Object> input = OnboardingEventIT.event(learner, "opened", "cairn.opened");
    JsonNode recorded = post(system, mutation, Map.of("input", input)).body().path("data");
    assertTrue(recorded.path("recordOnboardingEvent").path("success").asBoolean());
    assertEquals(
        system.post(OnboardingEventIT.EVENTS, input).body(),
        recorded.path("recordOnboardingEvent"));
    input.put("eventId", "other");
    input.put("trackId", "no-such");
    assertError("TRACK_NOT_FOUND", post(system, mutation, Map.of("input", input)));
    input.put("trackId", "card-drill");
    assertError("STEP_NOT_FOUND", post(system, mutation, Map.of("input", input)));
    input.remove("trackId");
    input.put("eventName", "NO");
    JsonNode error = assertError("EVENT_INVALID", post(system, mutation, Map.of("input", input)));
    assertEquals(
        "/eventName",
        error.path("extensions").path("errors").path(0).path("field").asText(),
        error::toString);
    input.remove("eventId");
    assertError("INVALID_REQUEST", post(system, mutation, Map.of("input", input)));
    assertError(
        system.get("/api/v1/learning/onboarding/tracks").code(),
        post(system, "{ myOnboardingTracks { key } }", Map.of()));
  }

  @Test
  void theKeyOfTheRequestStandsForTheEventsId() {
    Client system = server().asSystemOf("grand-bend");
    String body =
        "{\"query\":\"mutation { recordOnboardingEvent(input: {learnerId: \\\""
            + Learners.take(1).get(0)
            + "\\\", eventName: \\\"cairn.opened\\\"}) { xpEarned } }\"}";
    Client.Answer first = system.post(GRAPHQL, "Idempotency-Key", "k-1", body);
    assertEquals(200, first.status());
    assertFalse(first.body().has("errors"), first::toString);
    assertEquals(first.text(), system.post(GRAPHQL, "Idempotency-Key", "k-1", body).text());
  }

  @Test
  void onlyLearnersAndProgramsComeInAndOnlyWithAToken() {
    Map<String, String> body = Map.of("query", "{ __typename }");
    Client.Answer nobody = server().asNobody().post(GRAPHQL, body);
    assertEquals(401, nobody.status(), nobody::toString);
    assertEquals("NOT_AUTHENTICATED", nobody.code());
    for (Person person : List.of(Person.EARNEST_BUCK, Person.DAVID_WILSON, Person.OLGA_OPERATOR)) {
      Client.Answer refused = server().as(person).post(GRAPHQL, body);
      assertEquals(403, refused.status(), refused::toString);
      assertEquals("ROLE_MISSING", refused.code());
    }
  }

  @Test
  void whatIsNoPostOfOneDocumentIsAProblem() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    assertProblem(405, nina.get(GRAPHQL + "?query=%7B__typename%7D"));
    assertProblem(400, nina.post(GRAPHQL, "[{\"query\":\"{ __typename }\"}]"));
    assertProblem(400, nina.post(GRAPHQL, "{\"query\":null}"));
    assertProblem(400, nina.post(GRAPHQL, "{\"query\":\"{ __typename }\",\"id\":1}"));
    assertProblem(400, nina.post(GRAPHQL, "{\"query\":{},\"variables\":[]}"));
    assertProblem(
        400, nina.post(GRAPHQL, "{\"query\":\"{a}\",\"variables\":{\"n\":1e9999999999}}"));
    assertProblem(413, nina.post(GRAPHQL, "{\"query\":\"" + " ".repeat(70_000) + "\"}"));
    assertProblem(
        415,
        nina.send(
            GRAPHQL,
            request ->
                request
                    .header("Content-Type", "application/graphql")
                    .POST(BodyPublishers.ofString("{ __typename }"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "query",
        "{ noSuchField }",
        "{ myOnboardingProgress { nextStep } }",
        "{ myOnboardingProgress(trackKey: 1) { nextStep } }",
        "{ myOnboardingProgress(trackKey: null) { nextStep } }",
        "{ myOnboardingTracks }",
        "query A { __typename } query B { __typename }",
        "subscription { x }",
        "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
        "fragment F on Query { __typename } { __typename }",
        "query ($x: Int!) { myLearningEvents(limit: $x) { cursor } }",
        "{ myLearningEvents(limit: 99999999999) { cursor } }",
        "mutation { recordLearningEvent(input: {eventId: \"1\", name: \"a.b\","
            + " payload: [1]}) { xpEarned } }",
        "mutation { recordLearningEvent(input: {eventId: \"1\", name: \"a.b\","
            + " occurredAt: \"never\"}) { xpEarned } }",
        "{ __schema { types { name } } }",
        "{ __type(name: \"Query\") { name } }"
      })
  void whatTheSchemaDoesNotKnowIsRefused(String query) {
    Client.Answer answer = post(server().as(Person.NINA_ALVAREZ), query, Map.of());
    if (query.isEmpty()) {
      assertTrue(answer.status() == 200 || answer.status() == 400, answer::toString);
    } else {
      assertError("QUERY_INVALID", answer);
    }
  }

  @Test
  void tooDeepTooWideAndTooLongAreRefusedBeforeAnythingIsDone() throws SQLException {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String deep = "{ a ".repeat(200) + "}".repeat(200);
    StringBuilder aliases = new StringBuilder("mutation {");
    for (int i = 0; i < 50; i++) {
      aliases.append(
          " a%d: recordLearningEvent(input: {eventId: \"flood-%d\", name: \"a.b\"}) { xpEarned }"
              .formatted(i, i));
    }
    String wide = "{ " + "myLearningEvents { cursor } ".repeat(400) + "}";
    StringBuilder spread = new StringBuilder("{ myLearningEvents { ...F0 } }");
    for (int i = 0; i < 15; i++) {
      spread.append(
          " fragment F%d on LearningEventPage { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
    }
    spread.append(" fragment F15 on LearningEventPage { cursor }");
    String introspection =
        "{ __schema { types { fields { type "
            + "{ ofType ".repeat(20)
            + "{ name }"
            + "}".repeat(20)
            + " } } } }";
    for (String query : List.of(deep, aliases + "}", wide, introspection, "#".repeat(19_000))) {
      Client.Answer answer = post(nina, query, Map.of());
      assertEquals(200, answer.status(), answer::toString);
      String code = answer.body().path("errors").path(0).path("extensions").path("code").asText();
      assertTrue(List.of("QUERY_TOO_COMPLEX", "QUERY_INVALID").contains(code), answer::toString);
      assertTrue(answer.text().length() < 20_000);
    }
    assertError("QUERY_TOO_COMPLEX", post(nina, aliases + "}", Map.of()));
    assertEquals(200, post(nina, spread.toString(), Map.of()).status());
    String count = "select count(*) from learning_event where event_id like 'flood-%'";
    assertEquals(0, TestSql.numberAs("lakeside", count));
  }

  private static JsonNode data(Client client, String query) {
    Client.Answer answer = post(client, query, Map.of());
    assertEquals(200, answer.status(), answer::toString);
    assertFalse(answer.body().has("errors"), answer::toString);
    return answer.body().path("data");
  }

  private static Client.Answer post(Client client, String query, Map<String, Object> variables) {
    return client.post(GRAPHQL, Map.of("query", query, "variables", variables));
  }

  private static JsonNode assertError(String code, Client.Answer answer) {
    assertEquals(200, answer.status(), answer::toString);
    JsonNode error = answer.body().path("errors").path(0);
    assertEquals(code, error.path("extensions").path("code").asText(), answer::toString);
    return error;
  }

  private static void assertProblem(int status, Client.Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertFalse(answer.code().isEmpty(), answer::toString);
  }
}
