package org.cairn.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Real learners of the sample whom no other test has used, and what products say of them. */
final class Learners {

  private static final List<String> UNUSED = new ArrayList<>();

  private Learners() {}

  /** Learners of Grand Bend that no test has taken before. */
  static synchronized List<String> take(int count) {
    if (UNUSED.isEmpty()) {
      UNUSED.addAll(allOf("grand-bend"));
      for (Person person : List.of(Person.DALE_JIMENEZ, Person.TYRONE_DYER, Person.LISA_WOODS)) {
        UNUSED.remove(RunningCairn.get().learnerId(person));
      }
    }
    List<String> taken = new ArrayList<>(UNUSED.subList(0, count));
    UNUSED.subList(0, count).clear();
    return taken;
  }

  /** Every learner that a district's own program can see. */
  static List<String> allOf(String tenant) {
    Client system = RunningCairn.get().asSystemOf(tenant);
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = system.get("/api/v1/learners?limit=500" + cursor).body();
      page.path("items").forEach(item -> ids.add(item.path("learnerId").asText()));
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  /** An event as a product reports it. */
  static Map<String, Object> event(String learner, String eventId, String name) {
    Map<String, Object> event = new HashMap<>();
    event.put("learnerId", learner);
    event.put("eventId", eventId);
    event.put("name", name);
    return event;
  }

  static Map<String, Object> event(String learner, String eventId, String name, String time) {
    Map<String, Object> event = event(learner, eventId, name);
    event.put("occurredAt", time);
    return event;
  }

  static Client.Answer report(List<Map<String, Object>> events) {
    return RunningCairn.get()
        .asSystemOf("grand-bend")
        .post("/api/v1/learning/events:batch", Map.of("events", events));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** All rows of a learner's ledger. */
  static List<JsonNode> ledger(String learner) {
    List<JsonNode> rows = new ArrayList<>();
    RunningCairn.get()
        .asSystemOf("grand-bend")
        .get("/api/v1/learners/" + learner + "/xp-transactions?limit=500")
        .body()
        .path("items")
        .forEach(rows::add);
    return rows;
  }

  static JsonNode profile(String learner) {
    return RunningCairn.get()
        .asSystemOf("grand-bend")
        .get("/api/v1/learners/" + learner + "/profile")
        .body();
  }
}
