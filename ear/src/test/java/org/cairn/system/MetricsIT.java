package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who run Cairn read at the management port. */
class MetricsIT extends SystemTest {

  private static final String BATCH =
      "{le=+Inf, method=POST, route=/api/v1/learning/events:batch, status=2xx}";

  private Metrics before;

  /** A request is counted just after its answer: all that came before has to be counted first. */
  @BeforeEach
  void readWhenAllIsCounted() throws InterruptedException {
    Metrics read;
    Metrics again = server().metrics();
    do {
      read = again;
      Thread.sleep(200);
      again = server().metrics();
    } while (!again.since(read, "cairn_requests_within").isEmpty());
    before = again;
  }

  @Test
  void aBatchCountsWhatItStoredRepeatedAndRefused() throws InterruptedException {
    String learner = Learners.take(1).get(0);
    readWhenAllIsCounted();
    List<Map<String, Object>> events = new ArrayList<>();
    events.add(Learners.event(learner, "1", "cairn.opened"));
    events.add(Learners.event(learner, "2", "page.turned"));
    events.add(Learners.event(learner, "2", "page.turned"));
    events.add(Learners.event(learner, "2", "page.burned"));
    events.add(Learners.event(learner, "3", "no dots"));
    assertEquals(200, Learners.report(events).status());
    Metrics after = afterOneMore("POST", "/api/v1/learning/events:batch", "2xx");
    assertEquals(
        Map.of("cairn_events_stored_total{trust=system}", 2d),
        after.since(before, "cairn_events_s"));
    assertEquals(
        Map.of("cairn_events_duplicates_total{trust=system}", 1d),
        after.since(before, "cairn_events_d"));
    assertEquals(
        Map.of(
            "cairn_problems_total{code=EVENT_CONFLICT, of=item, status=409}", 1d,
            "cairn_problems_total{code=EVENT_INVALID, of=item, status=400}", 1d),
        after.since(before, "cairn_problems"));
    assertEquals(
        Map.of("cairn_xp_awarded_total{verified=true}", 20d), after.since(before, "cairn_xp"));
    assertEquals(
        1d,
        after.since(before, "cairn_requests_within").get("cairn_requests_within_total" + BATCH));
  }

  @Test
  void aRepeatedBatchStoresAndPaysNothing() throws InterruptedException {
    String learner = Learners.take(1).get(0);
    List<Map<String, Object>> events = List.of(Learners.event(learner, "1", "cairn.opened"));
    Learners.report(events);
    readWhenAllIsCounted();
    Learners.report(events);
    Metrics after = afterOneMore("POST", "/api/v1/learning/events:batch", "2xx");
    assertEquals(
        Map.of("cairn_events_duplicates_total{trust=system}", 1d),
        after.since(before, "cairn_events"));
    assertEquals(Map.of(), after.since(before, "cairn_xp"));
  }

  @Test
  void aRefusedRequestStoresNothingAndCountsItsProblem() throws InterruptedException {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String id = Learners.newId();
    dale.post("/api/v1/learning/events", Map.of("eventId", id, "name", "a.b"));
    readWhenAllIsCounted();
    dale.post("/api/v1/learning/events", Map.of("eventId", id, "name", "a.c"));
    Metrics after = afterOneMore("POST", "/api/v1/learning/events", "4xx");
    assertEquals(Map.of(), after.since(before, "cairn_events"));
    assertEquals(
        Map.of("cairn_problems_total{code=EVENT_CONFLICT, of=request, status=409}", 1d),
        after.since(before, "cairn_problems"));
    assertEquals(
        Map.of(
            "cairn_requests_seconds_count{method=POST, route=/api/v1/learning/events, status=4xx}",
            1d),
        after.since(before, "cairn_requests_seconds_count"));
  }

  @Test
  void whatTheContainerRefusesIsCountedToo() throws InterruptedException {
    server().withToken("a.b.c").get("/api/v1/learners/me/profile");
    Metrics after = afterOneMore("GET", "unmatched", "4xx");
    assertEquals(
        Map.of("cairn_problems_total{code=NOT_AUTHENTICATED, of=request, status=401}", 1d),
        after.since(before, "cairn_problems"));
  }

  @Test
  void noLabelTellsATenantOrAPersonOrAnythingThatAClientMadeUp() throws InterruptedException {
    Client dale = server().as(Person.DALE_JIMENEZ);
    String learner = server().learnerId(Person.DALE_JIMENEZ);
    dale.get("/api/v1/learners/" + learner + "/profile");
    dale.get("/api/v1/learners/made-up/profile");
    dale.get("/api/v1/made/up");
    dale.send(
        "/api/v1/learning/events",
        r -> r.method("MADEUP", java.net.http.HttpRequest.BodyPublishers.noBody()));
    Metrics after = afterOneMore("GET", "unmatched", "4xx");
    List<String> told =
        after.values().keySet().stream()
            .filter(
                key ->
                    key.startsWith("cairn_")
                        && Pattern.compile(
                                "(?i)made|grand-bend|lakeside|jimenez|[0-9a-f]{8}-[0-9a-f]{4}")
                            .matcher(key)
                            .find())
            .toList();
    assertEquals(List.of(), told);
    assertTrue(
        after.values().keySet().stream().anyMatch(k -> k.contains("{learner}")), told::toString);
  }

  @Test
  void everyMetricThatAlertsAndDashboardAskForIsThere() throws IOException {
    Set<String> exposed = server().metrics().names();
    Pattern metric = Pattern.compile("\\b(?:cairn|datasources|jvm)_[a-z0-9_]+");
    for (String file : List.of("cairn-alerts.yaml", "cairn-dashboard.json")) {
      Matcher asked =
          metric.matcher(
              Files.readString(
                  Path.of(System.getProperty("cairn.root"), "config/monitoring", file)));
      Set<String> names =
          asked.results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
      assertTrue(names.size() > 5, names::toString);
      names.removeAll(exposed);
      assertEquals(Set.of(), names, file);
    }
    assertFalse(exposed.contains("cairn_no_such_metric"));
  }

  private Metrics afterOneMore(String method, String route, String status)
      throws InterruptedException {
    String key =
        "cairn_requests_within_total{le=+Inf, method="
            + method
            + ", route="
            + route
            + ", status="
            + status
            + "}";
    for (int i = 0; i < 100; i++) {
      Metrics now = server().metrics();
      if (now.since(before, key).containsKey(key)) {
        return now;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(
        key + " has not moved; these have: " + server().metrics().since(before, "cairn"));
  }
}
