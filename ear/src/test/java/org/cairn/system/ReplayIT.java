package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A district has other rules judge the past. */
class ReplayIT extends SystemTest {

  private static final String RULES = "/api/v1/admin/rules";
  private static final String REPLAYS = "/api/v1/admin/replays";
  private static final String DISTRICT = "lakeside";

  @Test
  void aDryRunIsAppliedAsItSaidThoughEventsCameInAndCanBeTakenBack() throws Exception {
    Client admin = server().as(Person.VICTOR_STONE);
    List<String> learners = Learners.allOf(DISTRICT).subList(0, 3);
    report(learners, "replay-a", "2026-02-02", "2026-02-03", "2026-02-04");
    String version = version(admin);
    JsonNode overtaken = dryRun(admin, version);
    JsonNode tried = dryRun(admin, version);
    String id = tried.path("id").asText();
    assertEquals(tried.path("learners"), tried.path("judged"), tried::toString);
    Map<String, Long> said = csv(admin, id);
    for (String learner : learners) {
      assertTrue(said.getOrDefault(learner, 0L) >= 3 * 4, said::toString);
    }
    assertEquals(
        tried.path("xpUp").asLong(), said.values().stream().mapToLong(Long::longValue).sum());

    report(learners.subList(0, 2), "replay-b", "2026-02-05", "2026-02-09");
    Map<String, Long> before = lifetimes(said);
    JsonNode applied = apply(admin, version, id);
    assertEquals(tried.path("changed"), applied.path("applied"), applied::toString);
    Map<String, Long> after = lifetimes(said);
    said.forEach(
        (learner, change) ->
            assertEquals(before.getOrDefault(learner, 0L) + change, after.get(learner), learner));

    assertEquals("APPLIED", post(admin, version, id).body().path("state").asText());
    assertEquals(after, lifetimes(said));
    assertSound();
    assertExplained(admin, learners.get(0), version, id);
    Client.Answer stale = post(admin, version, overtaken.path("id").asText());
    assertEquals(409, stale.status(), stale::toString);
    assertEquals("REPLAY_STALE", stale.code());
    assertRecorded(admin, version);

    JsonNode back = dryRun(admin, "shared-1");
    apply(admin, "shared-1", back.path("id").asText());
    before.forEach(
        (learner, lifetime) -> assertEquals(lifetime, lifetimes(said).get(learner), learner));
    assertSound();
  }

  @Test
  void whatIsNotTheDistrictsOwnIsNotFound() throws Exception {
    Client admin = server().as(Person.VICTOR_STONE);
    String id = dryRun(admin, "shared-1").path("id").asText();
    Client foreign = server().as(Person.DAVID_WILSON);
    for (Client.Answer answer :
        List.of(
            foreign.get(REPLAYS + "/" + id),
            foreign.get(REPLAYS + "/" + id + "/differences"),
            post(foreign, "shared-1", id),
            post(admin, "district-1", id),
            post(admin, "shared-1", Learners.newId()))) {
      assertEquals(404, answer.status(), answer::toString);
      assertEquals("REPLAY_NOT_FOUND", answer.code());
    }
    assertEquals(0, foreign.get(REPLAYS).body().path("items").size());
    Client.Answer unknown =
        admin.send(RULES + "/district-4711:dry-run", r -> r.POST(BodyPublishers.noBody()));
    assertEquals("RULES_NOT_FOUND", unknown.code(), unknown::toString);
    Client.Answer blind = admin.post(RULES + "/shared-1:apply", Map.of());
    assertEquals(400, blind.status(), blind::toString);
    assertEquals("/replayId", blind.body().path("errors").path(0).path("field").asText());
    assertEquals(403, server().as(Person.GRACE_OKAFOR).get(REPLAYS).status());
  }

  private static JsonNode dryRun(Client admin, String version) throws InterruptedException {
    Client.Answer begun =
        admin.send(RULES + "/" + version + ":dry-run", r -> r.POST(BodyPublishers.noBody()));
    assertEquals(202, begun.status(), begun::toString);
    String location = begun.headers().firstValue("Location").orElseThrow();
    return await(admin, URI.create(location).getPath(), "COMPUTING", "READY");
  }

  private static JsonNode apply(Client admin, String version, String id)
      throws InterruptedException {
    Client.Answer begun = post(admin, version, id);
    assertEquals(202, begun.status(), begun::toString);
    return await(admin, REPLAYS + "/" + id, "APPLYING", "APPLIED");
  }

  private static Client.Answer post(Client admin, String version, String id) {
    return admin.post(RULES + "/" + version + ":apply", Map.of("replayId", id));
  }

  private static JsonNode await(Client admin, String path, String during, String end)
      throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode replay = admin.get(path).body();
      if (!replay.path("state").asText().equals(during)) {
        assertEquals(end, replay.path("state").asText(), replay::toString);
        return replay;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The replay does not end");
  }

  /** By how much lifetime XP changes for whom. */
  private static Map<String, Long> csv(Client admin, String id) {
    Client.Answer answer =
        admin.send(REPLAYS + "/" + id + "/differences", r -> r.header("Accept", "text/csv").GET());
    List<String> lines = answer.text().lines().toList();
    assertTrue(lines.get(0).startsWith("learnerId,cut,lifetimeXpBefore,lifetimeXpAfter,"));
    Map<String, Long> changes = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      changes.put(cells[0], Long.parseLong(cells[3]) - Long.parseLong(cells[2]));
    }
    assertFalse(changes.isEmpty());
    JsonNode page = admin.get(REPLAYS + "/" + id + "/differences?limit=1").body();
    assertEquals(changes.keySet().iterator().next(), page.at("/items/0/learnerId").asText());
    return changes;
  }

  private static void assertExplained(Client admin, String learner, String version, String id) {
    String ledger = "/api/v1/learners/" + learner + "/xp-transactions";
    JsonNode row = admin.get(ledger + "?limit=1").body().at("/items/0");
    assertEquals("CORRECTION", row.path("type").asText(), row::toString);
    assertEquals("RULES_REPLAYED", row.path("reason").asText());
    assertEquals("rule-replay/" + id, row.path("eventId").asText());
    JsonNode why = admin.get(ledger + "/" + row.path("id").asText() + "/why").body();
    assertTrue(why.path("condition").asText().endsWith("rule-replay/" + id), why::toString);
    assertEquals(version, why.at("/rule/version").asText());
    assertEquals(9, why.at("/rule/result").asInt(), why::toString);
  }

  private static void assertRecorded(Client admin, String version) {
    JsonNode audit = admin.get("/api/v1/admin/audit?action=RULES_REPLAYED").body().at("/items/0");
    assertEquals(version, audit.at("/detail/rules").asText(), audit::toString);
    JsonNode run =
        admin.get("/api/v1/admin/jobs/rule-replay-apply/executions").body().at("/items/0");
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertEquals(run.at("/progress/total"), run.at("/progress/done"), run::toString);
  }

  /** Profiles are what their ledgers say, and boards what the profiles say. */
  private static void assertSound() throws Exception {
    assertEquals(
        0,
        TestSql.numberAs(
            DISTRICT,
            """
            select count(*) from game_profile p
            join leaderboard_entry e on e.tenant_id = p.tenant_id and e.learner_id = p.learner_id
            join (select x.learner_id, sum(x.amount) as sum, sum(x.amount - x.waived) as lifetime
              from xp_transaction x group by x.learner_id) x on x.learner_id = p.learner_id
            where p.balance <> x.sum or p.lifetime_xp <> x.lifetime or e.xp <> x.lifetime
            """));
  }

  private static Map<String, Long> lifetimes(Map<String, Long> of) {
    Client system = server().asSystemOf(DISTRICT);
    Map<String, Long> lifetimes = new TreeMap<>();
    of.keySet()
        .forEach(
            learner ->
                lifetimes.put(
                    learner,
                    system
                        .get("/api/v1/learners/" + learner + "/profile")
                        .body()
                        .path("lifetimeXp")
                        .asLong()));
    return lifetimes;
  }

  /** Rules by which the daily login is worth 9. */
  private static String version(Client admin) {
    ObjectNode rules = (ObjectNode) admin.get(RULES + "/shared-1").body().path("rules");
    ((ObjectNode) rules.path("xp")).put("dailyLogin", 9);
    String newest = admin.get(RULES).headers().firstValue("ETag").orElseThrow();
    Client.Answer made = admin.put(RULES, "If-Match", newest, rules);
    assertEquals(200, made.status(), made::toString);
    return made.body().path("version").asText();
  }

  private static void report(List<String> learners, String name, String... days) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String learner : learners) {
      for (String day : days) {
        events.add(Learners.event(learner, name + day, "page.read", day + "T18:00:00Z"));
      }
    }
    Client.Answer answer =
        server()
            .asSystemOf(DISTRICT)
            .post("/api/v1/learning/events:batch", Map.of("events", events));
    assertEquals(200, answer.status(), answer::toString);
  }
}
