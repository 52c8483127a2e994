package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A district makes rules of its own. */
class RulesIT extends SystemTest {

  private static final String RULES = "/api/v1/admin/rules";
  private static final String MATCH = "If-Match";

  @Test
  void theSharedRulesHoldWhereADistrictHasNone() {
    JsonNode shared = server().as(Person.DAVID_WILSON).get(RULES + "/shared-1").body();
    assertEquals("IN_FORCE", shared.path("state").asText());
    assertEquals(20, shared.path("rules").path("xp").path("lesson").asInt());
  }

  @Test
  void aVersionIsMadeFromTheNewestAndHoldsFromItsStart() {
    Client admin = server().as(Person.VICTOR_STONE);
    ObjectNode rules = shared(admin);
    String tag = admin.get(RULES).headers().firstValue("ETag").orElseThrow();
    ((ObjectNode) rules.path("xp")).put("dailyCap", 500);
    Client.Answer made = admin.put(RULES, MATCH, tag, rules);
    assertEquals(200, made.status(), made::toString);
    assertEquals("DRAFT", made.body().path("state").asText());
    String version = made.body().path("version").asText();
    assertTrue(version.startsWith("district-"), version);
    assertEquals("\"" + version + "\"", made.headers().firstValue("ETag").orElseThrow());

    ((ObjectNode) rules.path("xp")).put("dailyCap", 400);
    Client.Answer stale = admin.put(RULES, MATCH, tag, rules);
    assertEquals(412, stale.status(), stale::toString);
    assertEquals("RULES_STALE", stale.code());
    Client.Answer blind = admin.put(RULES, rules);
    assertEquals(400, blind.status(), blind::toString);
    assertEquals(MATCH, blind.body().path("errors").path(0).path("field").asText());

    Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    String activate = RULES + "/" + version + ":activate";
    Client.Answer early = admin.post(activate, Map.of("startsAt", Instant.now().toString()));
    assertEquals(400, early.status(), early::toString);
    assertEquals("/startsAt", early.body().path("errors").path(0).path("field").asText());
    Client.Answer scheduled = admin.post(activate, Map.of("startsAt", start.toString()));
    assertEquals("SCHEDULED", scheduled.body().path("state").asText(), scheduled::toString);
    assertEquals(409, admin.post(activate, Map.of("startsAt", start.toString())).status());
    assertEquals("IN_FORCE", admin.get(RULES + "/shared-1").body().path("state").asText());
    assertEquals(
        500,
        admin.get(RULES + "/" + version).body().path("rules").path("xp").path("dailyCap").asInt());
  }

  @Test
  void wrongRulesNameTheirFields() {
    Client admin = server().as(Person.DAVID_WILSON);
    ObjectNode rules = shared(admin);
    ((ObjectNode) rules.path("xp")).put("lesson", -1);
    Client.Answer refused = admin.put(RULES, MATCH, "\"shared-1\"", rules);
    assertEquals(400, refused.status(), refused::toString);
    assertEquals("RULES_INVALID", refused.code());
    assertEquals("/xp/lesson", refused.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void aStartBeyondAllCalendarsNamesItsField() {
    Client admin = server().as(Person.DAVID_WILSON);
    Client.Answer refused =
        admin.post(RULES + "/shared-1:activate", Map.of("startsAt", "+999999-01-01T00:00:00Z"));
    assertEquals(400, refused.status(), refused::toString);
    assertEquals("/startsAt", refused.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void aDistrictsVersionsAreNobodyElsesAndUnknownOnesAreNotFound() {
    Client admin = server().as(Person.DAVID_WILSON);
    Client.Answer unknown = admin.get(RULES + "/district-1");
    assertEquals(404, unknown.status(), unknown::toString);
    assertEquals("RULES_NOT_FOUND", unknown.code());
    for (Person person : new Person[] {Person.CHADWICK_GARNER, Person.EARNEST_BUCK}) {
      assertEquals(403, server().as(person).get(RULES).status());
    }
  }

  @Test
  void theListIsPaged() {
    Client admin = server().as(Person.DAVID_WILSON);
    JsonNode page = admin.get(RULES + "?limit=1").body();
    assertEquals(1, page.path("items").size());
    assertEquals("shared-1", page.path("items").path(0).path("version").asText());
  }

  private static ObjectNode shared(Client admin) {
    return (ObjectNode) admin.get(RULES + "/shared-1").body().path("rules");
  }
}
