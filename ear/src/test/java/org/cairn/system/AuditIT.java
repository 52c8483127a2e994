package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditIT extends SystemTest {

  private static final String AUDIT = "/api/v1/admin/audit";
  private static final int POLLS = 150;

  @Test
  void aGuardiansReadsOfAChildAreOneEntryAnHourForEachOperation() {
    String dale = learner(Person.DALE_JIMENEZ);
    for (int i = 0; i < 2; i++) {
      server().as(Person.GABRIELLE_JIMENEZ).get("/api/v1/learners/" + dale + "/profile");
      server().as(Person.GABRIELLE_JIMENEZ).get("/api/v1/learners/" + dale + "/xp-transactions");
    }
    List<JsonNode> reads =
        of(
            Person.DAVID_WILSON,
            "action=LEARNER_READ",
            learnerIs(dale),
            by(Person.GABRIELLE_JIMENEZ));
    Set<String> hours = new TreeSet<>();
    Set<String> operations = new TreeSet<>();
    for (JsonNode read : reads) {
      operations.add(read.path("operation").asText());
      assertTrue(hours.add(read.path("operation") + read.path("at").asText().substring(0, 13)));
      assertEquals("ALLOWED", read.path("outcome").asText());
      assertFalse(read.path("address").asText().isEmpty());
    }
    assertTrue(
        operations.containsAll(Set.of("getProfile", "listXpTransactions")), operations::toString);
  }

  @Test
  void onesOwnReadsLeaveNoEntry() {
    String nina = learner(Person.NINA_ALVAREZ);
    server().as(Person.NINA_ALVAREZ).get("/api/v1/learners/me/profile");
    server().as(Person.NINA_ALVAREZ).get("/api/v1/learners/" + nina + "/profile");
    server().as(Person.NINA_ALVAREZ).get("/api/v1/learners");
    assertEquals(List.of(), of(Person.VICTOR_STONE, "outcome=ALLOWED", by(Person.NINA_ALVAREZ)));
    server().as(Person.ROSA_ALVAREZ).get("/api/v1/learners/" + nina + "/profile");
    assertFalse(of(Person.VICTOR_STONE, learnerIs(nina), by(Person.ROSA_ALVAREZ)).isEmpty());
  }

  @Test
  void aStrangersRefusedReadTellsWhoAskedForWhom() {
    String tyrone = learner(Person.TYRONE_DYER);
    Client.Answer refused =
        server().as(Person.FRANK_BRADY).get("/api/v1/learners/" + tyrone + "/profile");
    assertEquals(404, refused.status());
    JsonNode entry =
        of(Person.DAVID_WILSON, "outcome=REFUSED", learnerIs(tyrone), by(Person.FRANK_BRADY))
            .get(0);
    assertEquals("REQUEST_REFUSED", entry.path("action").asText());
    assertEquals("LEARNER_NOT_FOUND", entry.path("problem").asText());
    assertEquals("getProfile", entry.path("operation").asText());
    assertTrue(entry.path("roles").toString().contains("guardian"));
  }

  @Test
  void aRefusedRoleIsWrittenDownToo() {
    String dale = learner(Person.DALE_JIMENEZ);
    server().as(Person.KURT_MCCARTHY).get("/api/v1/learners/" + dale + "/profile");
    JsonNode entry = of(Person.DAVID_WILSON, learnerIs(dale), by(Person.KURT_MCCARTHY)).get(0);
    assertEquals("ROLE_MISSING", entry.path("problem").asText());
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {
        "DALE_JIMENEZ",
        "GABRIELLE_JIMENEZ",
        "EARNEST_BUCK",
        "CHADWICK_GARNER",
        "TAMIKA_MCPHERSON",
        "BARRY_TANNER"
      })
  void onlyAdministratorsOfADistrictAndOperatorsReadIt(Person person) {
    for (String path : List.of(AUDIT, AUDIT + "/verification")) {
      Client.Answer refused = server().as(person).get(path);
      assertEquals("403 ROLE_MISSING", refused.status() + " " + refused.code());
    }
    assertEquals(403, server().as(person).post(AUDIT + ":verify", "").status());
    assertEquals(
        3,
        of(Person.DAVID_WILSON, "outcome=REFUSED", by(person)).stream()
            .map(entry -> entry.path("operation").asText())
            .filter(operation -> operation.toLowerCase(java.util.Locale.ROOT).contains("audit"))
            .distinct()
            .count());
  }

  @Test
  void anAdministratorSeesNothingOfAnotherDistrict() {
    String dale = learner(Person.DALE_JIMENEZ);
    server().as(Person.EARNEST_BUCK).get("/api/v1/learners/" + dale + "/profile");
    assertFalse(of(Person.DAVID_WILSON, learnerIs(dale)).isEmpty());
    for (JsonNode entry : of(Person.VICTOR_STONE, learnerIs(dale))) {
      assertEquals("REFUSED", entry.path("outcome").asText(), "what Lakeside's own people tried");
    }
    assertEquals(List.of(), of(Person.VICTOR_STONE, by(Person.EARNEST_BUCK)));
  }

  @Test
  void changesOfADistrictsSetUpAreWrittenDown() {
    learner(Person.DALE_JIMENEZ);
    assertFalse(of(Person.VICTOR_STONE, "action=ROSTER_IMPORT_STARTED").isEmpty());
    List<JsonNode> ended = of(Person.VICTOR_STONE, "action=ROSTER_IMPORT_ENDED");
    assertEquals("roster-import", ended.get(0).path("actor").asText());
    assertTrue(
        ended.stream()
            .anyMatch(entry -> entry.path("detail").path("state").asText().equals("APPLIED")));
    String org =
        server()
            .as(Person.VICTOR_STONE)
            .get("/api/v1/admin/orgs")
            .body()
            .path("items")
            .get(0)
            .path("id")
            .asText();
    server().as(Person.VICTOR_STONE).put("/api/v1/admin/orgs/" + org + "/calendar", "{}");
    assertEquals(
        org, of(Person.VICTOR_STONE, "action=CALENDAR_CHANGED").get(0).path("targetId").asText());
    List<JsonNode> registrations = of(Person.OLGA_OPERATOR, "action=TENANT_REGISTERED");
    assertTrue(registrations.size() >= 2);
    assertEquals("tenant", registrations.get(0).path("targetKind").asText());
    assertFalse(of(Person.OLGA_OPERATOR, "action=TRACKS_ALIGNED").isEmpty());
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    server().as(Person.DAVID_WILSON).get("/api/v1/learners");
    server().as(Person.DAVID_WILSON).get(AUDIT);
    JsonNode first = server().as(Person.DAVID_WILSON).get(AUDIT + "?limit=1").body();
    JsonNode second =
        server()
            .as(Person.DAVID_WILSON)
            .get(AUDIT + "?limit=1&cursor=" + first.path("next").asText())
            .body();
    String latest = first.path("items").get(0).path("at").asText();
    String before = second.path("items").get(0).path("at").asText();
    assertTrue(latest.compareTo(before) >= 0, latest + " " + before);
    assertFalse(first.path("items").get(0).equals(second.path("items").get(0)));
  }

  @Test
  void aFilterThatCannotBeReadIsRefusedByName() {
    Client.Answer refused =
        server().as(Person.DAVID_WILSON).get(AUDIT + "?learner=x&action=y&from=yesterday");
    assertEquals(400, refused.status());
    assertEquals(
        List.of("learner", "action", "from"),
        refused.body().path("errors").findValuesAsText("field"));
  }

  @Test
  void timesBeyondAllCalendarsAreRefusedByName() {
    String far = "%2B999999999-12-31T23:59:59Z";
    Client.Answer refused =
        server().as(Person.DAVID_WILSON).get(AUDIT + "?from=" + far + "&to=" + far);
    assertEquals(400, refused.status(), refused::toString);
    assertEquals(List.of("from", "to"), refused.body().path("errors").findValuesAsText("field"));
  }

  @Test
  void theWholeFilteredSetIsExportedAsCsvAndTheExportIsWrittenDown() {
    String dale = learner(Person.DALE_JIMENEZ);
    server().as(Person.EARNEST_BUCK).get("/api/v1/learners/" + dale + "/profile");
    String query = AUDIT + "?action=LEARNER_READ&" + learnerIs(dale);
    int expected = of(Person.DAVID_WILSON, "action=LEARNER_READ", learnerIs(dale)).size();
    Client.Answer csv =
        server()
            .as(Person.DAVID_WILSON)
            .send(query, request -> request.header("Accept", "text/csv").GET());
    assertEquals(200, csv.status());
    List<String> lines = csv.text().lines().toList();
    assertTrue(lines.get(0).startsWith("number,at,actor,roles,action"));
    assertEquals(expected, lines.size() - 1);
    JsonNode export = of(Person.DAVID_WILSON, "action=AUDIT_EXPORTED").get(0);
    assertEquals(dale, export.path("detail").path("learner").asText());
  }

  @Test
  void whatAnAdministratorOfTheDatabaseChangesIsFoundAndNamed()
      throws SQLException, InterruptedException {
    String nina = learner(Person.NINA_ALVAREZ);
    server().as(Person.GRACE_OKAFOR).get("/api/v1/learners/" + nina + "/profile");
    JsonNode intact = verify();
    assertEquals("INTACT", intact.path("state").asText(), intact::toString);
    assertTrue(intact.path("anchors").asLong() >= 1);
    JsonNode entry = of(Person.VICTOR_STONE, learnerIs(nina), by(Person.GRACE_OKAFOR)).get(0);
    assertTrue(entry.path("number").asLong() > 0, entry::toString);
    change("update cairn.audit_entry set actor = 'x' where id = '" + id(entry) + "'");
    JsonNode different = verify();
    assertEquals("DIFFERENT", different.path("state").asText());
    assertEquals(1, different.path("differences").asLong());
    JsonNode finding = different.path("findings").get(0);
    assertEquals("ENTRY_ALTERED", finding.path("kind").asText());
    assertEquals(id(entry), finding.path("entryId").asText());
    assertEquals(entry.path("number"), finding.path("number"));
    change(
        "update cairn.audit_entry set actor = '"
            + entry.path("actor").asText()
            + "' where id = '"
            + id(entry)
            + "'");
    assertEquals("INTACT", verify().path("state").asText());
  }

  @Test
  void aServiceAccountsBatchesAreNoReads() {
    String learner = Learners.take(1).get(0);
    Learners.report(List.of(Learners.event(learner, "audited", "page.read")));
    assertEquals(List.of(), of(Person.DAVID_WILSON, learnerIs(learner)));
  }

  private static JsonNode verify() throws InterruptedException {
    Client.Answer begun = server().as(Person.VICTOR_STONE).post(AUDIT + ":verify", "");
    assertEquals(202, begun.status(), begun::toString);
    JsonNode latest = begun.body();
    for (int poll = 0; poll < POLLS && latest.path("state").asText().equals("RUNNING"); poll++) {
      Thread.sleep(200);
      latest = server().as(Person.VICTOR_STONE).get(AUDIT + "/verification").body();
    }
    assertEquals(begun.body().path("id"), latest.path("id"));
    return latest;
  }

  private static void change(String statement) throws SQLException {
    try (Connection superuser = server().superuser();
        Statement change = superuser.createStatement()) {
      assertEquals(1, change.executeUpdate(statement));
    }
  }

  /** All entries that the filters let through. */
  private static List<JsonNode> of(Person admin, String... filters) {
    List<JsonNode> entries = new ArrayList<>();
    String query = AUDIT + "?limit=500&" + String.join("&", filters);
    String cursor = "";
    do {
      Client.Answer page = server().as(admin).get(query + cursor);
      assertEquals(200, page.status(), page::toString);
      page.body().path("items").forEach(entries::add);
      cursor = page.body().hasNonNull("next") ? "&cursor=" + page.body().path("next").asText() : "";
    } while (!cursor.isEmpty());
    return entries;
  }

  private static String by(Person person) {
    return "actor=" + subject(server().tokenOf(person));
  }

  private static String learnerIs(String id) {
    return "learner=" + UUID.fromString(id);
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }

  private static String learner(Person person) {
    return server().learnerId(person);
  }

  private static String subject(String token) {
    try {
      byte[] claims =
          Base64.getUrlDecoder()
              .decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
      return new ObjectMapper()
          .readTree(new String(claims, StandardCharsets.UTF_8))
          .path("sub")
          .asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
