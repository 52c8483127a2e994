package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cairn.launcher.SampleUser;
import org.junit.jupiter.api.Test;

/** What the server writes down of requests, and what it must not. */
class LogsIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";

  @Test
  void theHeaderTheProblemAndTheLogAgreeOnTheRequestsId() throws InterruptedException {
    Client.Answer refused = server().as(Person.DALE_JIMENEZ).get(EVENTS + "?limit=501");
    String id = idOf(refused);
    assertEquals("urn:cairn:request:" + id, refused.body().path("instance").asText());
    String line = lineOf(id);
    assertTrue(line.contains(" GET " + EVENTS + " 400 "), line);
    assertTrue(line.contains(" grand-bend "), line);
    assertTrue(line.endsWith(" INVALID_REQUEST"), line);
  }

  @Test
  void whatTheContainerRefusesHasItsIdToo() throws InterruptedException {
    Client.Answer refused = server().withToken("a.b.c").get(EVENTS);
    assertEquals(401, refused.status());
    assertTrue(lineOf(idOf(refused)).contains(" 401 "));
  }

  @Test
  void everyAnswerHasAnIdOfItsOwnThatNoStrangerCanChoose() {
    String chosen = "0198c2a4-0000-7000-8000-00000000000f";
    Client dale = server().as(Person.DALE_JIMENEZ);
    Client.Answer one = dale.send(EVENTS, r -> r.header("X-Request-Id", chosen));
    Client.Answer other = dale.send(EVENTS, r -> r.header("X-Request-Id", chosen));
    assertEquals(200, one.status());
    assertNotEquals(idOf(one), idOf(other));
    assertNotEquals(chosen, idOf(one));
    assertEquals(7, UUID.fromString(idOf(one)).version());
    idOf(server().asNobody().get("/health/live"));
    idOf(server().asNobody().get("/api/docs/"));
  }

  @Test
  void startingTellsTheVersionAndTheSettingsButNoSecret() {
    String line =
        server().log().lines().filter(l -> l.contains("StartupLine")).findFirst().orElseThrow();
    assertTrue(line.contains("cairn.db.user=cairn_app"), line);
    assertTrue(line.contains("Cairn 0."), line);
    assertFalse(line.contains(server().database().app().password()), line);
  }

  @Test
  void noLogTellsANameAnAddressATokenOrAPassword() throws InterruptedException, IOException {
    walk();
    String log = server().log();
    Set<String> found = new TreeSet<>();
    for (String secret : secrets()) {
      if (log.contains(secret)) {
        found.add(secret);
      }
    }
    assertEquals(Set.of(), found);
    assertTrue(log.contains(server().learnerId(Person.DALE_JIMENEZ)), "ids are told");
  }

  @Test
  void aClientsFaultLeavesNoStackTrace() throws InterruptedException {
    int before = server().log().length();
    walk();
    String since = server().log().substring(before);
    assertFalse(since.contains("\tat "), since);
    assertFalse(since.contains(" ERROR "), since);
    assertTrue(
        since.contains(" 400 ") && since.contains(" 403 ") && since.contains(" 404 "), since);
  }

  /** Real people do what they may and what they may not, and write names where none belong. */
  private static void walk() throws InterruptedException {
    Client dale = server().as(Person.DALE_JIMENEZ);
    Client guardian = server().as(Person.GABRIELLE_JIMENEZ);
    String learner = server().learnerId(Person.DALE_JIMENEZ);
    String named = "{\"eventId\":\"1\",\"name\":\"Dale Jimenez\",\"dale.jimenez@x\":\"";
    dale.post(EVENTS, Map.of("eventId", Learners.newId(), "name", "page.read"));
    dale.post(EVENTS, named + "Jimenez\"}");
    dale.post(EVENTS, named);
    dale.post(
        EVENTS,
        "application/xml",
        "<name>Jimenez</name>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    dale.get(EVENTS + "?limit=Jimenez&since=Dale%20Jimenez");
    dale.get("/api/v1/learners/dale.jimenez/profile");
    dale.get("/api/v1/Jimenez");
    dale.get("/api/v1/admin/tenants");
    dale.send(
        EVENTS, r -> r.header("X-Request-Id", "dale.jimenez").header("User-Agent", "Jimenez"));
    guardian.get("/api/v1/learners/" + learner + "/profile");
    guardian.get("/api/v1/learners/" + server().learnerId(Person.LISA_WOODS) + "/profile");
    server().as(Person.DAVID_WILSON).get("/api/v1/admin/roster/imports");
    server()
        .as(Person.DAVID_WILSON)
        .post(
            "/api/v1/admin/roster/imports",
            "application/zip",
            "Jimenez".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    server().asNobody().get("/Jimenez?name=Jimenez");
    lineOf(idOf(server().withToken(server().tokenOf(Person.DALE_JIMENEZ) + "x").get(EVENTS)));
  }

  private static List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>();
    secrets.add("eyJ");
    secrets.add("Jimenez");
    secrets.add("Bearer");
    secrets.add(server().database().app().password());
    for (SampleUser person : server().people()) {
      secrets.add(person.username());
      secrets.add(person.password());
    }
    for (String user :
        Files.readAllLines(
            Path.of(System.getProperty("cairn.root"), "config/sample/lakeside/users.csv"))) {
      for (String cell : user.split(",", -1)) {
        if (cell.contains("@") || cell.contains(".")) {
          secrets.add(cell.replace("\"", ""));
        }
      }
    }
    assertTrue(secrets.size() > 40, secrets::toString);
    return secrets;
  }

  private static String idOf(Client.Answer answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  /** The access log's line of a request, which is written just after the answer. */
  private static String lineOf(String id) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      for (String line : server().log().lines().toList()) {
        if (line.contains("[org.cairn.access-log]") && line.contains(id)) {
          return line;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The log has no line of " + id);
  }
}
