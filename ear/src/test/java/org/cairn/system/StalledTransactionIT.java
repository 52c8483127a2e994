package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Somebody holds a learner's lock and does not let go: only who needs that lock must wait. */
class StalledTransactionIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final String TURNED = "page.turned";

  @Test
  void whoNeedsTheLockIsToldToComeAgainAndOthersGoOn() throws Exception {
    Client dale = server().as(Person.DALE_JIMENEZ);
    assertEquals(200, dale.post(EVENTS, event()).status());
    Map<String, String> waiting = event();
    try (Connection stalled = holdLockOf(server().learnerId(Person.DALE_JIMENEZ))) {
      CompletableFuture<Client.Answer> blocked =
          CompletableFuture.supplyAsync(() -> dale.post(EVENTS, waiting));
      assertEquals(200, server().as(Person.TYRONE_DYER).post(EVENTS, event()).status());
      assertEquals(200, dale.get(EVENTS + "?limit=1").status());
      Client.Answer refused = blocked.get(60, TimeUnit.SECONDS);
      assertEquals(503, refused.status(), refused::toString);
      assertEquals("TRY_AGAIN_LATER", refused.code());
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      stalled.rollback();
    }
    assertEquals(200, dale.post(EVENTS, waiting).status());
  }

  @Test
  void aBatchStoresWhatIsNotHeldUp() throws Exception {
    List<String> learners = Learners.take(3);
    String held = learners.get(1);
    assertEquals(1, Learners.report(List.of(event(held))).body().path("results").size());
    List<Map<String, Object>> batch = learners.stream().map(StalledTransactionIT::event).toList();
    try (Connection stalled = holdLockOf(held)) {
      JsonNode results = Learners.report(batch).body().path("results");
      assertEquals("stored", results.path(0).path("status").asText());
      assertEquals("TRY_AGAIN_LATER", results.path(1).path("problem").path("code").asText());
      assertEquals("stored", results.path(2).path("status").asText());
      stalled.rollback();
    }
    JsonNode again = Learners.report(batch).body().path("results");
    assertEquals("duplicate", again.path(0).path("status").asText());
    assertEquals("stored", again.path(1).path("status").asText());
  }

  private static Connection holdLockOf(String learner) throws SQLException {
    Connection stalled = server().superuser();
    stalled.setAutoCommit(false);
    try (PreparedStatement lock =
        stalled.prepareStatement(
            "select from cairn.learner_log where learner_id = ?::uuid for update")) {
      lock.setString(1, learner);
      assertTrue(lock.executeQuery().next(), "the learner has no lock yet");
    }
    return stalled;
  }

  private static Map<String, String> event() {
    return Map.of("eventId", Learners.newId(), "name", TURNED);
  }

  private static Map<String, Object> event(String learner) {
    return Learners.event(learner, Learners.newId(), TURNED);
  }
}
