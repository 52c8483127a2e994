package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Cairn is for: a real learner records events and sees track, XP and ledger move. */
class WalkIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final String PROGRESS = "/api/v1/learning/onboarding/tracks/first-steps/progress";

  @Test
  void anEventMovesTrackXpAndLedgerInOneAnswer() {
    Client tyrone = server().as(Person.TYRONE_DYER);
    String id = Learners.newId();
    Client.Answer answer = tyrone.post(EVENTS, Map.of("eventId", id, "name", "cairn.opened"));
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(20, answer.body().path("xpEarned").asInt());
    assertEquals("client", answer.body().path("event").path("trust").asText());

    JsonNode progress = tyrone.get(PROGRESS).body();
    assertEquals(20, progress.path("track").path("progress").path("percent").asInt());
    assertEquals("COMPLETED", progress.path("steps").path(0).path("status").asText());
    assertEquals(id, progress.path("steps").path(0).path("eventId").asText());
    assertEquals("choose-companion", progress.path("nextStep").asText());

    JsonNode profile = tyrone.get("/api/v1/learners/me/profile").body();
    JsonNode ledger = tyrone.get("/api/v1/learners/me/xp-transactions").body().path("items");
    assertEquals(20, profile.path("lifetimeXp").asInt());
    assertEquals(1, ledger.size());
    assertEquals(id, ledger.path(0).path("eventId").asText());

    Client.Answer again = tyrone.post(EVENTS, Map.of("eventId", id, "name", "cairn.opened"));
    assertEquals(answer.body(), again.body());
    assertEquals(profile, tyrone.get("/api/v1/learners/me/profile").body());
  }

  @Test
  void theWorkedExamplePaysOneHundredAndSixtyHoweverOftenItIsSent() {
    String learner = Learners.take(1).get(0);
    List<Map<String, Object>> events = example(learner, "2026-03-04T08:00:00Z");
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(events, new Random(round));
      assertEquals(200, Learners.report(events).status());
    }
    assertEquals(160, ofTracks(learner));
  }

  @Test
  void pastTheStreaksWindowItPaysOneHundredAndThirtyFiveUntilALateEventRepairsIt() {
    String learner = Learners.take(1).get(0);
    Learners.report(example(learner, "2026-03-04T08:00:01Z"));
    assertEquals(135, ofTracks(learner));
    Learners.report(List.of(Learners.event(learner, "late", "page.read", "2026-03-03T10:00:00Z")));
    assertEquals(160, ofTracks(learner));
  }

  private static int ofTracks(String learner) {
    return Learners.ledger(learner).stream()
        .filter(row -> row.path("source").asText().startsWith("track/"))
        .mapToInt(row -> row.path("amount").asInt())
        .sum();
  }

  @Test
  void everyoneMayFollowTheLogByItsCursor() {
    Client lisa = server().as(Person.LISA_WOODS);
    String before = lisa.get(EVENTS + "?limit=500").body().path("cursor").asText();
    String since = before.isEmpty() ? "" : "&since=" + before;
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sent.add(Learners.newId());
      lisa.post(EVENTS, Map.of("eventId", sent.get(i), "name", "page.turned"));
    }
    List<String> seen = new ArrayList<>();
    JsonNode page = lisa.get(EVENTS + "?limit=2" + since).body();
    page.path("events").forEach(event -> seen.add(event.path("eventId").asText()));
    while (page.path("hasMore").asBoolean()) {
      page = lisa.get(EVENTS + "?limit=2&since=" + page.path("cursor").asText()).body();
      page.path("events").forEach(event -> seen.add(event.path("eventId").asText()));
    }
    assertEquals(sent, seen);
    lisa.post(
        EVENTS,
        Map.of(
            "eventId",
            "offline",
            "name",
            "page.turned",
            "occurredAt",
            "2026-01-01T00:00:00+01:00"));
    JsonNode later = lisa.get(EVENTS + "?since=" + page.path("cursor").asText()).body();
    assertEquals("offline", later.path("events").path(0).path("eventId").asText());
    assertEquals("2025-12-31T23:00:00Z", later.path("events").path(0).path("occurredAt").asText());
  }

  @Test
  void aDeviceCannotClaimWhatAProductMustVouchFor() {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String learner = server().learnerId(Person.DALE_JIMENEZ);
    for (int i = 0; i < 6; i++) {
      dale.post(
          EVENTS,
          Map.of(
              "eventId",
              "card-" + i,
              "name",
              "drill.card.answered",
              "payload",
              Map.of("correct", true)));
    }
    JsonNode track = dale.get("/api/v1/learning/onboarding/tracks/card-drill/progress").body();
    assertEquals(50, track.path("track").path("progress").path("percent").asInt());
    List<String> paid =
        Learners.ledger(learner).stream()
            .map(row -> row.path("source").asText() + " " + row.path("amount").asInt())
            .filter(row -> row.startsWith("track/card-drill/"))
            .toList();
    assertEquals(List.of("track/card-drill/step/first-card 10"), paid);
  }

  private static List<Map<String, Object>> example(String learner, String end) {
    List<Map<String, Object>> events = new ArrayList<>();
    events.add(Learners.event(learner, "1", "cairn.opened", "2026-03-02T08:00:00Z"));
    events.add(Learners.event(learner, "2", "companion.chosen", "2026-03-02T09:00:00Z"));
    events.add(Learners.event(learner, "3", "goal.set", "2026-03-02T10:00:00+00:00"));
    events.add(Learners.event(learner, "4", "lesson.started", "2026-03-02T12:00:00+01:00"));
    events.add(Learners.event(learner, "5", "page.read", "2026-03-02T12:00:00Z"));
    events.add(Learners.event(learner, "6", "page.read", "2026-03-02T13:00:00Z"));
    events.add(Learners.event(learner, "7", "page.read", end));
    return events;
  }
}
