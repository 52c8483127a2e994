package org.cairn.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guardians' digest where the installation has no mail server. */
class DigestSettingsIT extends SystemTest {

  private static final String SETTINGS = "/api/v1/admin/digest-settings";
  private static final String MINE = "/api/v1/guardian/digest";

  private final Client admin = server().as(Person.VICTOR_STONE);

  @Test
  void settingsAreChangedByWhoeverHasReadThem() {
    Client.Answer before = admin.get(SETTINGS);
    assertFalse(before.body().path("mailServer").asBoolean(), before::toString);
    String read = before.headers().firstValue("ETag").orElseThrow();
    Client.Answer changed =
        admin.put(SETTINGS, "If-Match", read, Map.of("weekday", "SUNDAY", "hour", 18));
    assertEquals(
        "SUNDAY 18", changed.body().path("weekday").asText() + " " + changed.body().path("hour"));
    assertEquals("DIGEST_SETTINGS_STALE", admin.put(SETTINGS, "If-Match", read, Map.of()).code());
    Client.Answer wrong =
        admin.put(
            SETTINGS,
            "If-Match",
            changed.headers().firstValue("ETag").orElseThrow(),
            Map.of("weekday", "sunday", "hour", 24));
    assertEquals(400, wrong.status(), wrong::toString);
    assertEquals(
        List.of("/weekday", "/hour"), wrong.body().path("errors").findValuesAsText("field"));
    JsonNode told = admin.get("/api/v1/admin/audit?action=DIGEST_CHANGED").body().at("/items/0");
    assertEquals("SUNDAY", told.at("/detail/weekday").asText(), told::toString);
  }

  @Test
  void withoutAMailServerTheJobHasNoScheduleAndMailsNobody() throws Exception {
    JsonNode job = admin.get("/api/v1/admin/jobs/guardian-digest").body();
    assertEquals("on demand", job.path("schedule").asText(), job::toString);
    String runs = "/api/v1/admin/jobs/guardian-digest/executions";
    String id = admin.post(runs, Map.of()).body().path("id").asText();
    JsonNode run = admin.get(runs + "/" + id).body();
    for (int i = 0; i < 300 && !run.hasNonNull("endedAt"); i++) {
      Thread.sleep(100);
      run = admin.get(runs + "/" + id).body();
    }
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertEquals(0, admin.get("/api/v1/admin/digests").body().path("items").size());
    String farFuture = Base64.getUrlEncoder().encodeToString("+999999999-01-01".getBytes(UTF_8));
    for (String cursor : List.of("bm8", farFuture.replace("=", ""))) {
      Client.Answer broken = admin.get("/api/v1/admin/digests?cursor=" + cursor);
      assertEquals(400, broken.status(), cursor);
      assertEquals("cursor", broken.body().path("errors").path(0).path("field").asText());
    }
  }

  @Test
  void aGuardianSaysWhatItWantsAndNobodyElseDoes() {
    Client rosa = server().as(Person.ROSA_ALVAREZ);
    assertEquals("en", rosa.get(MINE).body().path("language").asText());
    Client.Answer blank = rosa.put(MINE, Map.of("language", "es"));
    assertEquals("/wanted", blank.body().path("errors").path(0).path("field").asText());
    rosa.put(MINE, Map.of("wanted", false, "language", "es"));
    JsonNode held = rosa.get(MINE).body();
    assertEquals("false es", held.path("wanted") + " " + held.path("language").asText());
    for (Person other : List.of(Person.NINA_ALVAREZ, Person.GRACE_OKAFOR, Person.VICTOR_STONE)) {
      assertEquals(403, server().as(other).get(MINE).status(), other::name);
    }
    assertEquals(403, rosa.get(SETTINGS).status());
    assertEquals(403, rosa.get("/api/v1/admin/digests").status());
  }
}
