package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guardians are linked by codes, unlinked by hand, and kept away for days. */
class GuardiansIT extends SystemTest {

  private static final String CHILDREN = "/api/v1/guardian/children";

  private final Client frank = server().as(Person.FRANK_BRADY);
  private final Client principal = server().as(Person.CHADWICK_GARNER);
  private final String dale = server().learnerId(Person.DALE_JIMENEZ);
  private final String profile = "/api/v1/learners/" + dale + "/profile";
  private final String guardians = "/api/v1/learners/" + dale + "/guardians";

  @AfterEach
  void asTheRosterHasIt() throws SQLException {
    try (Connection admin = server().superuser();
        Statement statement = admin.createStatement()) {
      statement.execute("set search_path to cairn");
      statement.execute("delete from guardian_restriction");
      statement.execute("delete from pairing_try");
      statement.execute("delete from pairing_code");
      statement.execute("delete from guardianship where source = 'pairing'");
    }
  }

  @Test
  void aChildsCodeLinksOneGuardianOnceAndTheSchoolEndsTheLinkAtOnce() {
    assertEquals(404, frank.get(profile).status());
    int before = principal.get(guardians).body().size();
    String code = code(server().as(Person.DALE_JIMENEZ), dale);
    Client.Answer linked =
        redeem(frank, code.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + code.substring(4));
    assertEquals(200, linked.status(), linked::toString);
    assertEquals(dale, linked.body().path("learnerId").asText());
    assertEquals("pairing", linked.body().path("source").asText());
    assertEquals(200, frank.get(profile).status());
    assertEquals(dale, frank.get(CHILDREN).body().path(0).path("learnerId").asText());
    Client.Answer twice = redeem(server().as(Person.GABRIELLE_JIMENEZ), code);
    assertEquals("409 PAIRING_CODE_USED", twice.status() + " " + twice.code());

    JsonNode listed = principal.get(guardians).body();
    assertEquals(before + 1, listed.size(), listed::toString);
    String id = guardian(listed, "pairing");
    assertEquals(403, delete(server().as(Person.GENE_MACIAS), guardians + "/" + id).status());
    assertEquals(204, delete(principal, guardians + "/" + id).status());
    assertEquals(404, frank.get(profile).status());
    assertEquals(0, frank.get(CHILDREN).body().size());
    assertEquals(204, delete(principal, guardians + "/" + id).status(), "again changes nothing");
    assertEquals(200, redeem(frank, code(principal, dale)).status(), "a new code links again");
    assertEquals(204, delete(frank, guardians + "/me").status());
    assertEquals(404, frank.get(profile).status());
  }

  @Test
  void ofTwoGuardiansAtOnceOneIsLinked() throws Exception {
    String code = code(principal, dale);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Callable<Integer> first = () -> redeem(frank, code).status();
    Callable<Integer> second = () -> redeem(server().as(Person.GABRIELLE_JIMENEZ), code).status();
    int sum = 0;
    for (Future<Integer> answer : threads.invokeAll(List.of(first, second))) {
      sum += answer.get();
    }
    threads.shutdown();
    assertEquals(200 + 409, sum);
  }

  @Test
  void fiveWrongCodesLockTheGuardianOutAndNoRightOneIsLookedAt() {
    String code = code(principal, dale);
    for (int i = 0; i < 5; i++) {
      Client.Answer wrong = redeem(frank, "2222222" + (2 + i));
      assertEquals("404 PAIRING_CODE_UNKNOWN", wrong.status() + " " + wrong.code());
    }
    Client.Answer locked = redeem(frank, code);
    assertEquals("429 PAIRING_LOCKED", locked.status() + " " + locked.code());
    long seconds = locked.headers().firstValueAsLong("Retry-After").orElseThrow();
    assertTrue(seconds > 3000 && seconds <= 3600, locked::toString);
    assertEquals(200, redeem(server().as(Person.GABRIELLE_JIMENEZ), code).status());
  }

  @Test
  void aCodeOfAnotherDistrictIsNone() {
    String code = code(server().as(Person.NINA_ALVAREZ), "me");
    assertEquals("PAIRING_CODE_UNKNOWN", redeem(frank, code).code());
  }

  @Test
  void aRestrictedGuardianSeesNothingUntilItIsLifted() {
    Client gabrielle = server().as(Person.GABRIELLE_JIMENEZ);
    Client admin = server().as(Person.DAVID_WILSON);
    String id = guardian(admin.get(guardians).body(), "roster");
    String restrictions = guardians + "/" + id + "/restrictions";
    String from = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    Client.Answer blank = admin.post(restrictions, Map.of("from", from, "reason", " "));
    assertEquals("/reason", blank.body().path("errors").path(0).path("field").asText());
    assertEquals(200, gabrielle.get(profile).status());

    Client.Answer held = admin.post(restrictions, Map.of("from", from, "reason", "Court order"));
    assertEquals(201, held.status(), held::toString);
    assertTrue(held.body().path("inForce").asBoolean(), held::toString);
    assertEquals(404, gabrielle.get(profile).status());
    assertEquals(0, gabrielle.get(CHILDREN).body().size());
    assertEquals(0, gabrielle.get("/api/v1/learners").body().path("items").size());
    String restriction = restrictions + "/" + held.body().path("id").asText();
    assertEquals(404, delete(server().as(Person.VICTOR_STONE), restriction).status());
    assertEquals(204, delete(principal, restriction).status());
    assertEquals(200, gabrielle.get(profile).status());

    String later = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    admin.post(restrictions, Map.of("from", later, "until", later, "reason", "Holiday"));
    assertEquals(200, gabrielle.get(profile).status());
    JsonNode told = admin.get(guardians).body().path(0).path("restrictions");
    assertEquals(1, told.size(), told::toString);
    assertEquals(later, told.path(0).path("until").asText());
  }

  @Test
  void onlyTheSchoolAndTheDistrictGovernLinks() {
    for (Person person : List.of(Person.EARNEST_BUCK, Person.DALE_JIMENEZ, Person.KURT_MCCARTHY)) {
      assertEquals(403, server().as(person).get(guardians).status(), person::name);
    }
    Client.Answer foreign = server().as(Person.VICTOR_STONE).get(guardians);
    assertEquals("404 LEARNER_NOT_FOUND", foreign.status() + " " + foreign.code());
    assertEquals(403, frank.post("/api/v1/learners/me/pairing-codes", "").status());
  }

  private static String code(Client issuer, String learner) {
    Client.Answer answer = issuer.post("/api/v1/learners/" + learner + "/pairing-codes", "");
    assertEquals(200, answer.status(), answer::toString);
    return answer.body().path("code").asText();
  }

  private static Client.Answer redeem(Client guardian, String code) {
    return guardian.post(CHILDREN, Map.of("code", code));
  }

  private static Client.Answer delete(Client client, String path) {
    return client.send(path, request -> request.DELETE());
  }

  private static String guardian(JsonNode listed, String source) {
    for (JsonNode each : listed) {
      if (each.path("source").asText().equals(source)) {
        return each.path("guardianId").asText();
      }
    }
    throw new AssertionError("no guardian by " + source + ": " + listed);
  }
}
