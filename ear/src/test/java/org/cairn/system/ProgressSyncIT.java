package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Devices keep one history, as the page for authors of clients says. */
class ProgressSyncIT extends SystemTest {

  private static final String PROGRESS = "/api/v1/learning/progress";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The example of the source. */
  private static final String EXAMPLE =
      """
      {"eventId": "%s", "occurredAt": "2025-12-22T20:36:50.595Z", "clientId": "client-123",
       "type": "content.progressed",
       "payload": {"contentId": "%s", "status": "passed", "score": 100, "contentVersion": "v1",
         "interaction": {"interactionId": "pattern-recognition-quiz",
           "state": {"kind": "quiz", "selectedOptionId": "c"}}}}
      """;

  @Test
  void theSourcesExampleIsTakenAndComesBackAsItWas() throws IOException {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String id = Learners.newId();
    String item = "item-" + id;
    JsonNode event = JSON.readTree(EXAMPLE.formatted(id, item));
    Client.Answer put = put(nina, List.of(event));
    assertEquals(1, put.body().path("newEventsCount").asInt(), put::toString);
    assertTrue(put.body().path("ok").asBoolean());
    assertEquals(0, put.body().path("failedEvents").size());
    assertEquals(0, put(nina, List.of(event)).body().path("newEventsCount").asInt());

    assertTrue(history(nina).contains(event));
    JsonNode told = nina.get(PROGRESS).body().path("data").path("snapshot");
    JsonNode content = told.path("content").path(item);
    assertEquals("passed", content.path("status").asText());
    assertEquals(100, content.path("score").asInt());
    assertEquals("2025-12-22T20:36:50.595Z", content.path("completedAt").asText());
    assertEquals(
        "c",
        content
            .path("interactions")
            .path("pattern-recognition-quiz")
            .path("selectedOptionId")
            .asText());
    assertEquals(1, told.path("version").asInt());
  }

  @Test
  void anOldEventThatIsSentLateReachesTheOtherDevice() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String cursor = end(nina);
    assertEquals(0, since(nina, cursor).path("events").size());
    String id = Learners.newId();
    put(nina, List.of(progressed(id, "2020-01-02T03:04:05+01:00", "late", "in_progress")));
    JsonNode tail = since(nina, cursor);
    assertEquals(id, tail.path("events").path(0).path("eventId").asText());
    assertEquals(
        "2020-01-02T03:04:05+01:00", tail.path("events").path(0).path("occurredAt").asText());
    assertFalse(tail.has("snapshot"));
    assertFalse(tail.path("resync").asBoolean());
    JsonNode withSnapshot =
        nina.get(PROGRESS + "?snapshot=true&since=" + cursor).body().path("data");
    assertTrue(withSnapshot.path("snapshot").path("content").has("late"));
    assertTrue(withSnapshot.path("calendar").hasNonNull("zone"));
    JsonNode unknown = since(nina, "nonsense");
    assertTrue(unknown.path("resync").asBoolean());
    assertTrue(unknown.hasNonNull("snapshot"));
  }

  @Test
  void anEventFromTheFutureIsToldWithTheTimeAtWhichItCounts() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String cursor = end(nina);
    String id = Learners.newId();
    Map<String, Object> event = progressed(id, "2099-01-01T00:00:00Z", "future", "in_progress");
    put(nina, List.of(event));
    JsonNode tail = since(nina, cursor);
    assertEquals(JSON.valueToTree(event), tail.path("events").path(0));
    assertTrue(tail.path("effectiveAt").path(id).asText().startsWith("20"), tail::toString);
    assertFalse(tail.path("effectiveAt").path(id).asText().startsWith("2099"));
  }

  @Test
  void nothingNewIsNotModifiedAndWhatThereIsComesCompressed() throws Exception {
    Client nina = server().as(Person.NINA_ALVAREZ);
    put(nina, List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "x", "passed")));
    Client.Answer first = nina.get(PROGRESS);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    Client.Answer again = nina.send(PROGRESS, r -> r.header("If-None-Match", tag).GET());
    assertEquals(304, again.status());
    assertEquals("", again.text());
    assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
    String many = "\"other\", " + tag.substring("W/".length());
    assertEquals(304, nina.send(PROGRESS, r -> r.header("If-None-Match", many).GET()).status());
    put(nina, List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "x", "passed")));
    assertEquals(200, nina.send(PROGRESS, r -> r.header("If-None-Match", tag).GET()).status());

    List<Object> more = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      more.add(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "item-" + i, "passed"));
    }
    put(nina, more);
    HttpResponse<byte[]> compressed = compressed(nina);
    assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse(""));
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertEquals(nina.get(PROGRESS).body(), JSON.readTree(plain.readAllBytes()));
    }
  }

  @Test
  void oneBadEventIsNoOthersLossAndIsTold() {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String good = Learners.newId();
    List<Object> events = new ArrayList<>();
    events.add(progressed("bad-status", "2026-03-02T10:00:00Z", "c", "done"));
    events.add(progressed(good, "2026-03-02T10:00:00Z", "c", "passed"));
    events.add(progressed("x".repeat(30_000), "2026-03-02T10:00:00Z", "c", "passed"));
    events.add(progressed("huge", "2026-03-02T10:00:00Z", "c".repeat(300_000), "passed"));
    events.add("no event");
    events.add(
        Map.of(
            "eventId",
            "xp",
            "occurredAt",
            "2026-03-02T10:00:00Z",
            "clientId",
            "t",
            "type",
            "progress.reset",
            "xp",
            100));
    Client.Answer put = put(nina, events);
    assertEquals(200, put.status(), put::toString);
    assertEquals(1, put.body().path("newEventsCount").asInt(), put::toString);
    List<String> codes = new ArrayList<>();
    put.body().path("failedEvents").forEach(f -> codes.add(f.path("code").asText()));
    assertEquals(List.of("EVENT_INVALID".repeat(1)), codes.stream().distinct().toList());
    assertEquals(5, codes.size());
    JsonNode first = put.body().path("failedEvents").path(0);
    assertEquals("bad-status", first.path("eventId").asText());
    assertTrue(first.path("message").asText().contains("/payload/status"));
    assertFalse(first.path("retryable").asBoolean());
    assertTrue(put.body().path("failedEvents").path(1).path("eventId").isNull());
    Client.Answer other =
        put(nina, List.of(progressed(good, "2026-03-02T10:00:00Z", "d", "passed")));
    assertEquals("EVENT_CONFLICT", other.body().path("failedEvents").path(0).path("code").asText());
  }

  @Test
  void whatIsWrongWithTheWholeRequestIsAProblem() throws IOException {
    Client nina = server().as(Person.NINA_ALVAREZ);
    List<Object> many = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      many.add(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "c", "passed"));
    }
    Client.Answer tooMany = put(nina, many);
    assertEquals(400, tooMany.status());
    assertEquals("TOO_MANY_EVENTS", tooMany.code());
    Client.Answer clock = nina.put(PROGRESS, Map.of("events", List.of()));
    assertEquals("/clientUpdatedAt", clock.body().path("errors").path(0).path("field").asText());
    assertEquals(
        400,
        nina.put(PROGRESS, Map.of("clientUpdatedAt", "yesterday", "events", List.of())).status());
    assertEquals(
        415,
        nina.send(
                PROGRESS,
                r -> r.header("Content-Type", "text/plain").PUT(BodyPublishers.ofString("{}")))
            .status());
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      zip.write(new byte[50_000_000]);
    }
    assertEquals(
        415,
        nina.send(
                PROGRESS,
                r ->
                    r.header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .PUT(BodyPublishers.ofByteArray(bomb.toByteArray())))
            .status());
    assertEquals(200, put(nina, List.of()).status());
  }

  @Test
  void devicesAreToldToTheLearnerAndToThoseWhoMaySeeIt() {
    Client dale = server().as(Person.DALE_JIMENEZ);
    put(dale, List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "c", "passed")));
    JsonNode mine = dale.get(PROGRESS + "/devices").body().path("devices");
    assertEquals("tablet-1", mine.path(0).path("clientId").asText());
    assertTrue(mine.path(0).hasNonNull("lastSyncAt"));
    String path =
        "/api/v1/learners/" + server().learnerId(Person.DALE_JIMENEZ) + "/progress/devices";
    for (Person person : List.of(Person.EARNEST_BUCK, Person.GABRIELLE_JIMENEZ)) {
      assertEquals(mine, server().as(person).get(path).body().path("devices"), person::name);
    }
    for (Person person : List.of(Person.FRANK_BRADY, Person.GENE_MACIAS, Person.TYRONE_DYER)) {
      assertEquals(404, server().as(person).get(path).status(), person::name);
    }
  }

  @Test
  void whatWasErasedDoesNotComeBack() throws SQLException {
    Client nina = server().as(Person.NINA_ALVAREZ);
    String learner = server().learnerId(Person.NINA_ALVAREZ);
    int before = history(nina).size();
    execute(
        "insert into cairn.erased_learner select tenant_id,"
            + " encode(sha256(convert_to(sourced_id, 'UTF8')), 'hex'), '2026-03-03T00:00:00Z'"
            + " from cairn.roster_user where id = '"
            + learner
            + "'");
    try {
      Client.Answer refused =
          put(nina, List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "c", "passed")));
      assertEquals(410, refused.status(), refused::toString);
      assertEquals("LEARNER_ERASED", refused.code());
      assertEquals(before, history(nina).size());
    } finally {
      execute("delete from cairn.erased_learner");
    }
  }

  @Test
  void whatADeviceClaimsEarnsNothing() {
    Client lisa = server().as(Person.LISA_WOODS);
    String learner = server().learnerId(Person.LISA_WOODS);
    JsonNode before = Learners.profile(learner);
    List<Object> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String time = "2026-03-%02dT16:00:00Z".formatted(i + 1);
      events.add(progressed(Learners.newId(), time, "item-" + i, "passed"));
    }
    assertEquals(20, put(lisa, events).body().path("newEventsCount").asInt());
    JsonNode after = Learners.profile(learner);
    for (String earned : List.of("lifetimeXp", "balance", "streak")) {
      assertEquals(before.path(earned), after.path(earned), earned);
    }
    JsonNode shown = lisa.get(PROGRESS).body().path("data").path("snapshot").path("streak");
    assertTrue(shown.path("longestStreak").asInt() >= 5, shown::toString);
  }

  @Test
  void aTrackSeesWhatADeviceHasSynced() {
    String key = "synced-" + Learners.newId().substring(24);
    Client admin = server().as(Person.DAVID_WILSON);
    Map<String, Object> passed = Map.of("contentId", key, "status", "passed");
    Map<String, Object> step =
        Map.of(
            "key",
            "pass",
            "title",
            "Pass it",
            "xpReward",
            0,
            "completion",
            Map.of("eventName", "content.progressed", "payloadFilter", passed));
    Client.Answer track =
        admin.put(
            "/api/v1/admin/tracks/" + key,
            Map.of("key", key, "name", "What a device tells", "steps", List.of(step)));
    assertEquals(200, track.status(), track::toString);
    Client dale = server().as(Person.DALE_JIMENEZ);
    put(dale, List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", key, "in_progress")));
    assertEquals(0, percentOf(dale, key));
    put(dale, List.of(progressed(Learners.newId(), "2026-03-02T11:00:00Z", key, "passed")));
    assertEquals(100, percentOf(dale, key));
    String tag = track.headers().firstValue("ETag").orElseThrow();
    admin.send("/api/v1/admin/tracks/" + key, r -> r.header("If-Match", tag).DELETE());
  }

  private static int percentOf(Client learner, String track) {
    Client.Answer answer = learner.get("/api/v1/learning/onboarding/tracks/" + track + "/progress");
    return answer.body().path("track").path("progress").path("percent").asInt(-1);
  }

  @Test
  void twoDevicesWithAHundredRequestsEachLoseNothing() throws Exception {
    Client tyrone = server().as(Person.TYRONE_DYER);
    String cursor = end(tyrone);
    Set<String> sent = new TreeSet<>();
    ExecutorService devices = Executors.newFixedThreadPool(8);
    List<Future<Client.Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String id = Learners.newId();
      sent.add(id);
      String time = "2026-03-02T10:%02d:%02dZ".formatted(i / 60, i % 60);
      Map<String, Object> event = progressed(id, time, "c" + i % 7, "completed");
      answers.add(devices.submit(() -> put(tyrone, List.of(event))));
    }
    for (Future<Client.Answer> answer : answers) {
      Client.Answer got = answer.get(120, TimeUnit.SECONDS);
      assertEquals(1, got.body().path("newEventsCount").asInt(), got::toString);
    }
    devices.shutdown();
    List<String> seen = new ArrayList<>();
    JsonNode page = since(tyrone, cursor);
    page.path("events").forEach(event -> seen.add(event.path("eventId").asText()));
    assertEquals(sent, new TreeSet<>(seen));
    assertEquals(seen.size(), new HashSet<>(seen).size());
  }

  @Test
  void snapshotsAreVerifiedByAJob() throws InterruptedException {
    put(
        server().as(Person.TYRONE_DYER),
        List.of(progressed(Learners.newId(), "2026-03-02T10:00:00Z", "c", "passed")));
    Client david = server().as(Person.DAVID_WILSON);
    String job = "/api/v1/admin/jobs/snapshot-verification";
    Client.Answer started = david.post(job + "/executions", "{}");
    assertTrue(started.status() < 300, started::toString);
    String run = job + "/executions/" + started.body().path("id").asText();
    JsonNode told = david.get(run).body();
    for (int i = 0; i < 240 && !told.hasNonNull("endedAt"); i++) {
      Thread.sleep(500);
      told = david.get(run).body();
    }
    assertEquals("COMPLETED", told.path("state").asText(), told::toString);
    Client.Answer found = david.get("/api/v1/admin/progress-findings");
    assertEquals(0, found.body().path("items").size(), found::toString);
  }

  private static Map<String, Object> progressed(
      String id, String time, String item, String status) {
    return Map.of(
        "eventId",
        id,
        "occurredAt",
        time,
        "clientId",
        "tablet-1",
        "type",
        "content.progressed",
        "payload",
        Map.of("contentId", item, "status", status));
  }

  private static Client.Answer put(Client client, List<?> events) {
    return client.put(
        PROGRESS, Map.of("clientUpdatedAt", "2026-03-02T10:00:00.000Z", "events", events));
  }

  private static JsonNode since(Client client, String cursor) {
    return client.get(PROGRESS + "?since=" + cursor).body().path("data");
  }

  private static List<JsonNode> history(Client client) {
    List<JsonNode> events = new ArrayList<>();
    JsonNode page = client.get(PROGRESS + "?limit=50").body().path("data");
    page.path("events").forEach(events::add);
    while (page.path("hasMore").asBoolean()) {
      page = since(client, page.path("cursor").asText());
      page.path("events").forEach(events::add);
    }
    return events;
  }

  private static String end(Client client) {
    JsonNode page = client.get(PROGRESS).body().path("data");
    while (page.path("hasMore").asBoolean()) {
      page = since(client, page.path("cursor").asText());
    }
    return page.path("cursor").asText();
  }

  private static HttpResponse<byte[]> compressed(Client client) throws Exception {
    List<HttpRequest> built = new ArrayList<>();
    client.send(
        PROGRESS,
        request -> {
          built.add(request.copy().header("Accept-Encoding", "gzip").build());
          return request.GET();
        });
    return HttpClient.newHttpClient().send(built.get(0), BodyHandlers.ofByteArray());
  }

  private static void execute(String command) throws SQLException {
    try (Connection all = server().superuser();
        Statement statement = all.createStatement()) {
      statement.execute(command);
    }
  }
}
