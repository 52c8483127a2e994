package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsIT extends SystemTest {

  private static final String CAREERS = "/api/v1/analytics/careers";
  private static final String JOBS = "/api/v1/admin/jobs/";
  private static final String MANY = "lighthouse-keeper";
  private static final String FORMULA = "=1+1";

  @BeforeAll
  static void sixBeginAJourneyAndTwoAnother() throws Exception {
    List<String> learners = Learners.take(6);
    try (Connection database = server().superuser();
        Statement statement = database.createStatement()) {
      for (int i = 0; i < learners.size(); i++) {
        begin(statement, learners.get(i), MANY);
        begin(statement, learners.get(i), FORMULA);
        begin(statement, learners.get(i), i < 2 ? "juggler" : MANY);
      }
    }
    run(Person.DAVID_WILSON, "analytics-feed");
  }

  private static void begin(Statement statement, String learner, String career)
      throws SQLException {
    statement.execute(
        """
        with log as (
          insert into cairn.learner_log (tenant_id, learner_id, last_position)
          values ('grand-bend', '%1$s', 1)
          on conflict (tenant_id, learner_id) do update
            set last_position = learner_log.last_position + 1
          returning last_position
        )
        insert into cairn.learning_event (tenant_id, learner_id, position, event_id, name, payload,
          occurred_at, effective_at, recorded_at, trust)
        select 'grand-bend', '%1$s', last_position, 'journey/%2$s/started', 'journey.started',
          '{"journeyId": "%2$s", "gradeLevel": "04", "career": "%3$s", "companion": "spark"}',
          now(), now(), now(), 'CLIENT'
        from log
        """
            .formatted(learner, Learners.newId(), career));
  }

  @Test
  void figuresAreAsOfNowAndTellNothingOfFew() {
    JsonNode page = server().as(Person.DAVID_WILSON).get(CAREERS + "?limit=500").body();
    JsonNode many = row(page, MANY);
    assertEquals(6, many.path("learners").asInt(), page::toString);
    assertEquals(10, many.path("started").asInt());
    assertEquals(0, many.path("completed").asInt());
    assertFalse(many.path("suppressed").asBoolean());
    JsonNode few = row(page, "juggler");
    assertTrue(few.path("suppressed").asBoolean(), page::toString);
    assertEquals(2, few.size(), few::toString);
    assertEquals(5, page.path("minimumGroup").asInt());
    assertTrue(page.hasNonNull("asOf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"careers", "companions", "skills", "journeys"})
  void everyReportIsJsonAndCsv(String report) {
    Client david = server().as(Person.DAVID_WILSON);
    Client.Answer json = david.get("/api/v1/analytics/" + report);
    assertEquals(200, json.status(), json::toString);
    assertTrue(json.body().path("items").isArray());
    Client.Answer csv =
        david.send("/api/v1/analytics/" + report, r -> r.header("Accept", "text/csv").GET());
    assertEquals(200, csv.status(), csv::toString);
    assertTrue(csv.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    List<String> lines = csv.text().lines().toList();
    assertTrue(lines.get(0).contains("suppressed,learners"), lines.get(0));
    assertEquals(json.body().path("items").size(), lines.size() - 1, csv::text);
  }

  @Test
  void aSpreadsheetComputesNothing() {
    Client.Answer csv =
        server().as(Person.DAVID_WILSON).send(CAREERS, r -> r.header("Accept", "text/csv").GET());
    assertTrue(csv.text().contains("\n'" + FORMULA + ",false,6,6,0,,0\r\n"), csv::text);
  }

  @Test
  void staffSeeTheirOwnLearnersAndOthersNothing() {
    for (Person person : List.of(Person.EARNEST_BUCK, Person.CHADWICK_GARNER)) {
      assertEquals(200, server().as(person).get(CAREERS).status(), person::name);
    }
    JsonNode lakeside = server().as(Person.VICTOR_STONE).get(CAREERS + "?limit=500").body();
    assertTrue(row(lakeside, MANY).isMissingNode(), lakeside::toString);
    for (Person person :
        List.of(Person.DALE_JIMENEZ, Person.GABRIELLE_JIMENEZ, Person.OLGA_OPERATOR)) {
      assertEquals("ROLE_MISSING", server().as(person).get(CAREERS).code(), person::name);
    }
    Client.Answer foreign =
        server().as(Person.EARNEST_BUCK).get(CAREERS + "?class=" + Learners.newId());
    assertEquals("CLASS_NOT_FOUND", foreign.code(), foreign::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026,from",
    "to=2026-00,to",
    "from=2026-05&to=2026-04,from",
    "school=x,school",
    "class=x,class",
    "grade=4,grade",
    "limit=0,limit",
    "cursor=x,cursor"
  })
  void whatIsWrongInAQueryIsNamed(String query, String field) {
    Client.Answer answer = server().as(Person.DAVID_WILSON).get(CAREERS + "?" + query);
    assertEquals(400, answer.status(), answer::toString);
    assertEquals(field, answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void theNightsJobsRunToTheirEnd() throws Exception {
    assertEquals(
        List.of("close", "forget"),
        run(Person.DAVID_WILSON, "analytics-closing").path("steps").findValuesAsText("name"));
    assertEquals(
        List.of("make", "detach", "drop"),
        run(Person.OLGA_OPERATOR, "analytics-partitions").path("steps").findValuesAsText("name"));
  }

  private static JsonNode row(JsonNode page, String id) {
    for (JsonNode item : page.path("items")) {
      if (item.path("id").asText().equals(id)) {
        return item;
      }
    }
    return page.path("no such row");
  }

  /** Runs a job, after the run of its own minute if that is open. */
  private static JsonNode run(Person person, String job) throws InterruptedException {
    String executions = JOBS + job + "/executions";
    Client client = server().as(person);
    Client.Answer started = client.post(executions, Map.of());
    for (int i = 0; i < 100 && started.status() == 409; i++) {
      Thread.sleep(200);
      started = client.post(executions, Map.of());
    }
    assertEquals(202, started.status(), started::toString);
    String run = executions + "/" + started.body().path("id").asText();
    JsonNode now = client.get(run).body();
    for (int i = 0; i < 300 && !now.hasNonNull("endedAt"); i++) {
      Thread.sleep(200);
      now = client.get(run).body();
    }
    assertEquals("COMPLETED", now.path("state").asText(), now::toString);
    return now;
  }
}
