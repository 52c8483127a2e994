package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away, breaks off, is full of guests or takes no writes, and comes back. */
class OutageIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final List<Person> CALLERS =
      List.of(
          Person.DALE_JIMENEZ,
          Person.GABRIELLE_JIMENEZ,
          Person.EARNEST_BUCK,
          Person.DAVID_WILSON,
          Person.OLGA_OPERATOR);

  @BeforeEach
  void load() {
    server().load();
  }

  @AfterEach
  void mend() throws Exception {
    server().wire().mend();
    asSuperuser("alter database cairn connection limit -1");
    asSuperuser("alter role cairn_app reset default_transaction_read_only");
    endConnections();
    awaitReady();
  }

  @Test
  void noOperationEverAnswersAnInternalErrorWhileTheDatabaseIsAway() {
    JsonNode paths = server().asNobody().get("/openapi?format=JSON").body().path("paths");
    List<Client> callers = new ArrayList<>();
    CALLERS.forEach(person -> callers.add(server().as(person)));
    callers.add(server().asSystemOf("grand-bend"));
    assertTrue(paths.size() >= 10);
    server().wire().refuse();
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (Client caller : callers) {
          Client.Answer answer = call(caller, method.getKey(), path.getKey());
          refused += answer.status() == 503 ? 1 : 0;
          if (answer.status() >= 500 && !isProper(answer)) {
            wrong.add(method.getKey() + " " + path.getKey() + ": " + answer);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(refused >= paths.size(), "only " + refused + " requests needed the database");
  }

  @Test
  void theServerIsNotReadyWithoutItsDatabaseAndReadyWithItAgain() throws Exception {
    Client nobody = server().asNobody();
    server().wire().refuse();
    Client.Answer down = nobody.get("/health/ready");
    assertEquals(503, down.status(), down::toString);
    assertEquals("DOWN", down.body().path("status").asText());
    assertEquals(200, nobody.get("/health/live").status());
    server().wire().mend();
    awaitReady();
    assertEquals(200, server().as(Person.DALE_JIMENEZ).post(EVENTS, event()).status());
  }

  @Test
  void whatBreaksOffInTheMiddleIsStoredWholeOrNotAtAll() throws Exception {
    List<String> learners = Learners.take(20);
    int broken = 0;
    for (int round = 0; round < 20; round++) {
      List<Map<String, Object>> events = new ArrayList<>();
      for (String learner : learners) {
        events.add(Learners.event(learner, "cut-" + round, "cairn.opened"));
      }
      Thread cutter = cutAfter(round);
      Client.Answer answer = Learners.report(events);
      cutter.join();
      if (answer.status() != 200) {
        assertTrue(isProper(answer), answer::toString);
        broken++;
        answer = reportUntilStored(events);
      }
      assertEquals(events.size(), answer.body().path("results").size(), answer::toString);
      for (JsonNode result : answer.body().path("results")) {
        assertTrue(result.path("position").asLong() > 0, answer.body()::toString);
      }
    }
    assertTrue(broken > 0, "no request was cut");
    assertEquals(20 * 20, TestSql.count("learning_event where event_id like 'cut-%'", learners));
    assertEquals(20 * 20, TestSql.sum("lifetime_xp", "game_profile", learners));
    assertEquals(20 * 20, TestSql.sum("amount", "xp_transaction", learners));
  }

  @Test
  void afterARestartOfTheDatabaseThePoolHealsByItself() throws Exception {
    Client dale = server().as(Person.DALE_JIMENEZ);
    assertEquals(200, dale.post(EVENTS, event()).status());
    endConnections();
    List<Client.Answer> answers = new ArrayList<>();
    do {
      answers.add(dale.post(EVENTS, event()));
    } while (answers.get(answers.size() - 1).status() != 200 && answers.size() < 20);
    Client.Answer last = answers.remove(answers.size() - 1);
    assertEquals(200, last.status(), last::toString);
    answers.forEach(answer -> assertTrue(isProper(answer), answer::toString));
  }

  @Test
  void aDatabaseFullOfGuestsIsTriedAgainLater() throws Exception {
    asSuperuser("alter database cairn connection limit 0");
    endConnections();
    assertRefused(server().as(Person.DALE_JIMENEZ).post(EVENTS, event()));
    assertRefused(Learners.report(List.of(aReport())));
  }

  @Test
  void aDatabaseThatTakesNoWritesIsStillRead() throws Exception {
    asSuperuser("alter role cairn_app set default_transaction_read_only = on");
    endConnections();
    awaitReady();
    Client dale = server().as(Person.DALE_JIMENEZ);
    assertRefused(dale.post(EVENTS, event()));
    assertRefused(Learners.report(List.of(aReport())));
    assertEquals(200, dale.get(EVENTS).status());
  }

  private static void assertRefused(Client.Answer answer) {
    assertTrue(isProper(answer), answer::toString);
  }

  private static boolean isProper(Client.Answer answer) {
    return answer.status() == 503
        && answer.code().equals("TRY_AGAIN_LATER")
        && answer.headers().firstValue("Retry-After").isPresent()
        && answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
  }

  private static Client.Answer call(Client caller, String method, String path) {
    String address = path.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
    boolean hasBody = method.equals("post") || method.equals("put") || method.equals("patch");
    return caller.send(
        address,
        request ->
            request
                .header("Content-Type", "application/json")
                .method(
                    method.toUpperCase(Locale.ROOT),
                    hasBody
                        ? BodyPublishers.ofString("{\"eventId\":\"1\",\"name\":\"a.b\"}")
                        : BodyPublishers.noBody()));
  }

  private static Thread cutAfter(int millis) {
    Thread cutter =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
                server().wire().cut();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    cutter.start();
    return cutter;
  }

  private static Client.Answer reportUntilStored(List<Map<String, Object>> events) {
    Client.Answer answer = Learners.report(events);
    for (int i = 0; i < 40 && answer.status() != 200; i++) {
      assertTrue(isProper(answer), answer::toString);
      answer = Learners.report(events);
    }
    return answer;
  }

  private static void awaitReady() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (server().asNobody().get("/health/ready").status() == 200) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the server did not become ready again");
  }

  private static void endConnections() throws SQLException {
    asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cairn_app'");
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (Connection superuser = server().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, String> event() {
    return Map.of("eventId", Learners.newId(), "name", "page.turned");
  }

  private static Map<String, Object> aReport() {
    return Learners.event(server().learnerId(Person.TYRONE_DYER), Learners.newId(), "page.turned");
  }
}
