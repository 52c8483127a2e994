package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streak, daily login, corrections and their reasons, with real people. */
class GamificationIT extends SystemTest {

  private static final String KEY = "Idempotency-Key";

  @Test
  void schoolDaysInARowPayTheDailyLoginAndAreTheBestStreak() {
    String learner = Learners.take(1).get(0);
    // Thursday, Friday, Saturday, Monday, at noon in every zone of the continent.
    report(learner, "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-09");
    assertEquals(
        List.of("day/2026-03-05/login 5", "day/2026-03-06/login 5", "day/2026-03-09/login 5"),
        rows(learner));
    JsonNode profile = Learners.profile(learner);
    assertEquals(15, profile.path("lifetimeXp").asInt());
    assertEquals(15, profile.path("balance").asInt());
    assertEquals("Bronze", profile.path("tier").asText());
    assertEquals(3, profile.path("streak").path("best").asInt());
    assertEquals(3, profile.path("streak").path("milestone").asInt());
    assertFalse(profile.path("lastActiveAt").asText().isEmpty());
  }

  @Test
  void anyOrderAndRepetitionEndsInTheSameBooks() {
    List<String> learners = Learners.take(2);
    report(learners.get(0), "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05");
    for (String day : List.of("2026-03-05", "2026-03-03", "2026-03-03", "2026-03-04")) {
      report(learners.get(1), day);
    }
    report(learners.get(1), "2026-03-02", "2026-03-05");
    assertEquals(rows(learners.get(0)).size(), rows(learners.get(1)).size());
    for (String number : List.of("lifetimeXp", "balance", "level")) {
      assertEquals(
          Learners.profile(learners.get(0)).path(number),
          Learners.profile(learners.get(1)).path(number));
    }
    assertEquals(
        Learners.profile(learners.get(0)).path("streak"),
        Learners.profile(learners.get(1)).path("streak"));
  }

  @Test
  void aCorrectionIsMadeOnceAndShowsItsReasonAndWhatWasWaived() {
    String learner = Learners.take(1).get(0);
    report(learner, "2026-03-05");
    Map<String, Object> body = Map.of("amount", -40, "reason", "Counted twice at the fair");
    Client.Answer made = correct(Person.DAVID_WILSON, learner, "fair-1", body);
    assertEquals(200, made.status(), made::toString);
    assertEquals(-5, made.body().path("amount").asInt());
    assertEquals(35, made.body().path("waived").asInt());
    assertEquals("Counted twice at the fair", made.body().path("note").asText());
    assertEquals(made.body(), correct(Person.DAVID_WILSON, learner, "fair-1", body).body());
    Client.Answer other =
        correct(Person.DAVID_WILSON, learner, "fair-1", Map.of("amount", 40, "reason", "Other"));
    assertEquals(409, other.status(), other::toString);
    assertEquals("XP_CORRECTION_CONFLICT", other.code());
    assertEquals(2, rows(learner).size());
    assertEquals(0, Learners.profile(learner).path("balance").asInt());
    assertEquals(0, Learners.profile(learner).path("lifetimeXp").asInt());
    assertEquals(1, Learners.profile(learner).path("streak").path("best").asInt());
  }

  @Test
  void aCorrectionNeedsAnAmountAReasonAndAKey() {
    String learner = Learners.take(1).get(0);
    Client.Answer empty =
        server().as(Person.DAVID_WILSON).post(corrections(learner), Map.of("amount", 0));
    assertEquals(400, empty.status(), empty::toString);
    assertEquals("XP_CORRECTION_INVALID", empty.code());
    List<String> fields = new ArrayList<>();
    empty.body().path("errors").forEach(error -> fields.add(error.path("field").asText()));
    assertEquals(List.of("/amount", "/reason", KEY), fields);
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {
        "DALE_JIMENEZ",
        "GABRIELLE_JIMENEZ",
        "EARNEST_BUCK",
        "CHADWICK_GARNER",
        "OLGA_OPERATOR"
      })
  void nobodyElseCanPostXp(Person person) {
    Client.Answer answer =
        correct(
            person,
            server().learnerId(Person.DALE_JIMENEZ),
            "x",
            Map.of("amount", 1, "reason", "Please"));
    assertEquals(403, answer.status(), answer::toString);
  }

  @Test
  void anotherDistrictsAdministratorFindsNoLearner() {
    Client.Answer answer =
        correct(
            Person.VICTOR_STONE,
            server().learnerId(Person.DALE_JIMENEZ),
            "x",
            Map.of("amount", 1, "reason", "Please"));
    assertEquals(404, answer.status(), answer::toString);
    assertEquals("LEARNER_NOT_FOUND", answer.code());
  }

  @Test
  void everyRowOfTheLedgerSaysWhy() {
    String learner = Learners.take(1).get(0);
    report(learner, "2026-03-05");
    Client system = server().asSystemOf("grand-bend");
    JsonNode row = Learners.ledger(learner).get(0);
    JsonNode why =
        system
            .get(
                "/api/v1/learners/"
                    + learner
                    + "/xp-transactions/"
                    + row.path("id").asText()
                    + "/why")
            .body();
    assertEquals("2026-03-05", why.path("event").path("eventId").asText());
    assertEquals("page.turned", why.path("event").path("name").asText());
    assertEquals("The first verified activity of a school day", why.path("condition").asText());
    assertEquals("shared-1", why.path("rule").path("version").asText());
    assertEquals("5 as written", why.path("rule").path("arithmetic").asText());
    assertEquals(row, why.path("transaction"));
    assertEquals(1, why.path("corrections").size());
  }

  @Test
  void aLearnerAsksWhyOfItsOwnRowsOnly() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    nina.post("/api/v1/learning/events", Map.of("eventId", Learners.newId(), "name", "goal.set"));
    JsonNode own = nina.get("/api/v1/learners/me/xp-transactions").body().path("items").path(0);
    String path = "/api/v1/learning/xp-transactions/" + own.path("id").asText() + "/why";
    assertEquals(own, nina.get(path).body().path("transaction"));
    Client.Answer foreign = server().as(Person.LISA_WOODS).get(path);
    assertEquals(404, foreign.status(), foreign::toString);
    assertEquals("XP_TRANSACTION_NOT_FOUND", foreign.code());
  }

  @Test
  void aFirstGraderSeesNoXpWhereItsTeacherDoes() {
    String dale = server().learnerId(Person.DALE_JIMENEZ);
    report(dale, "2026-03-05");
    Client own = server().as(Person.DALE_JIMENEZ);
    for (String address : List.of("me", dale)) {
      JsonNode profile = own.get("/api/v1/learners/" + address + "/profile").body();
      assertTrue(profile.hasNonNull("streak"));
      assertTrue(profile.hasNonNull("level"));
      for (String hidden :
          List.of("lifetimeXp", "balance", "dailyXp", "xpInLevel", "xpToNextLevel")) {
        assertFalse(profile.hasNonNull(hidden), profile::toString);
      }
      assertEquals(
          0,
          own.get("/api/v1/learners/" + address + "/xp-transactions").body().path("items").size());
    }
    for (Person other :
        List.of(Person.EARNEST_BUCK, Person.GABRIELLE_JIMENEZ, Person.DAVID_WILSON)) {
      Client client = server().as(other);
      assertTrue(
          client.get("/api/v1/learners/" + dale + "/profile").body().path("lifetimeXp").asInt()
              >= 5);
      assertTrue(
          client.get("/api/v1/learners/" + dale + "/xp-transactions").body().path("items").size()
              >= 1);
    }
    Client.Answer recorded =
        own.post(
            "/api/v1/learning/events",
            Map.of("eventId", Learners.newId(), "name", "companion.chosen"));
    assertEquals(0, recorded.body().path("xpEarned").asInt(), recorded::toString);
  }

  private static void report(String learner, String... days) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String day : days) {
      events.add(Learners.event(learner, day, "page.turned", day + "T18:00:00Z"));
    }
    assertEquals(200, Learners.report(events).status());
  }

  private static List<String> rows(String learner) {
    return Learners.ledger(learner).stream()
        .map(row -> row.path("source").asText() + " " + row.path("amount").asInt())
        .sorted()
        .toList();
  }

  private static Client.Answer correct(Person by, String learner, String key, Object body) {
    return server().as(by).post(corrections(learner), KEY, key, body);
  }

  private static String corrections(String learner) {
    return "/api/v1/admin/learners/" + learner + "/xp-corrections";
  }
}
