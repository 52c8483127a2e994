package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jobs of the running server, as administrators and operators see and handle them. */
class JobsIT extends SystemTest {

  private static final String JOBS = "/api/v1/admin/jobs";
  private static final String RECONCILIATION = JOBS + "/ledger-reconciliation/executions";

  @Test
  void theJobsAreListedWithWhenTheyAreDue() {
    JsonNode jobs = server().as(Person.DAVID_WILSON).get(JOBS).body();
    JsonNode nightly = named(jobs, "ledger-reconciliation");
    assertEquals("daily at 02:30", nightly.path("schedule").asText(), jobs::toString);
    assertEquals("05:00", nightly.path("promisedBy").asText());
    assertTrue(nightly.hasNonNull("next"));
    assertFalse(named(jobs, "roster-import").hasNonNull("next"));
    assertEquals(404, server().as(Person.DAVID_WILSON).get(JOBS + "/no-such-job").status());
  }

  @Test
  void aStartedJobRunsToItsEndAndFindsAPlantedDifference() throws Exception {
    String learner = Learners.take(1).get(0);
    Learners.report(List.of(Learners.event(learner, "j1", "cairn.opened")));
    plant(learner, 7);
    try {
      JsonNode done = run(Person.DAVID_WILSON);
      assertEquals("COMPLETED", done.path("state").asText(), done::toString);
      long profiles = done.path("progress").path("total").asLong();
      assertTrue(profiles > 0);
      assertEquals(profiles, done.path("progress").path("done").asLong());
      assertEquals(profiles, done.path("counts").path("read").asLong());
      assertEquals(1, done.path("counts").path("written").asLong(), done::toString);
      assertEquals(profiles - 1, done.path("counts").path("filtered").asLong());
      assertEquals(
          List.of("compare", "settle"),
          done.path("steps").findValuesAsText("name"),
          done::toString);
      JsonNode finding =
          server().as(Person.DAVID_WILSON).get("/api/v1/admin/ledger-findings").body();
      assertEquals(learner, finding.path("items").path(0).path("learnerId").asText());
      assertEquals(2, finding.path("items").size(), finding::toString);
    } finally {
      plant(learner, -7);
    }
    assertEquals(0, run(Person.DAVID_WILSON).path("counts").path("written").asLong());
    assertEquals(
        0,
        server()
            .as(Person.DAVID_WILSON)
            .get("/api/v1/admin/ledger-findings")
            .body()
            .path("items")
            .size());
  }

  @Test
  void theSameRequestTwiceIsOneRun() throws Exception {
    String first = start(Person.VICTOR_STONE, "the-one").path("id").asText();
    assertEquals(first, start(Person.VICTOR_STONE, "the-one").path("id").asText());
    await(Person.VICTOR_STONE, first);
  }

  @Test
  void wrongParametersAreNamed() {
    Client.Answer answer =
        server()
            .as(Person.DAVID_WILSON)
            .post(RECONCILIATION, Map.of("parameters", Map.of("speed", "high")));
    assertEquals(422, answer.status(), answer::toString);
    assertEquals("JOB_PARAMETERS_INVALID", answer.code());
    assertEquals("/parameters/speed", answer.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void theImportOfTheSampleStandsAmongTheRunsAndIsNotStartedHere() {
    Client admin = server().as(Person.DAVID_WILSON);
    JsonNode run = admin.get(JOBS + "/roster-import/executions").body().path("items").path(0);
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertEquals(
        run.path("progress").path("total").asLong(), run.path("counts").path("read").asLong());
    Client.Answer answer =
        admin.post(
            JOBS + "/roster-import/executions",
            Map.of("parameters", Map.of("importId", Learners.newId())));
    assertEquals(409, answer.status());
    assertEquals("JOB_NOT_STARTABLE", answer.code());
  }

  @Test
  void anEndedRunIsNeitherStoppedNorRestartedNorAbandoned() throws Exception {
    String id = run(Person.VICTOR_STONE).path("id").asText();
    for (String deed : List.of("stop", "restart", "abandon")) {
      Client.Answer answer = deed(Person.VICTOR_STONE, id, deed);
      assertEquals(409, answer.status(), deed + answer);
      assertEquals("JOB_RUN_STATE", answer.code());
    }
  }

  @Test
  void aDistrictSeesItsOwnRunsOnlyAndTheOperatorAll() throws Exception {
    String id = run(Person.VICTOR_STONE).path("id").asText();
    assertEquals(200, server().as(Person.VICTOR_STONE).get(RECONCILIATION + "/" + id).status());
    assertEquals(404, server().as(Person.DAVID_WILSON).get(RECONCILIATION + "/" + id).status());
    assertEquals(
        404, server().as(Person.DAVID_WILSON).get(RECONCILIATION + "/" + id + "/skips").status());
    for (String deed : List.of("stop", "restart", "abandon")) {
      Client.Answer answer = deed(Person.DAVID_WILSON, id, deed);
      assertEquals(404, answer.status());
      assertEquals("JOB_RUN_NOT_FOUND", answer.code());
    }
    Client.Answer seen = server().as(Person.OLGA_OPERATOR).get(RECONCILIATION + "/" + id);
    assertEquals("lakeside", seen.body().path("tenant").asText(), seen::toString);
  }

  @Test
  void anOperatorStartsADistrictsJob() throws Exception {
    String lakeside = RECONCILIATION + "?tenant=lakeside";
    Client.Answer started = server().as(Person.OLGA_OPERATOR).post(lakeside, Map.of());
    assertEquals(202, started.status(), started::toString);
    assertEquals("lakeside", started.body().path("tenant").asText());
    String id = started.body().path("id").asText();
    await(Person.VICTOR_STONE, id);
    Client.Answer told =
        server().as(Person.OLGA_OPERATOR).get("/api/v1/admin/audit?action=JOB_STARTED&limit=1");
    assertEquals(id, told.body().path("items").path(0).path("targetId").asText(), told::toString);

    Client.Answer foreign = server().as(Person.DAVID_WILSON).post(lakeside, Map.of());
    assertEquals("ROLE_MISSING", foreign.code());
    Client.Answer nowhere =
        server().as(Person.OLGA_OPERATOR).post(RECONCILIATION + "?tenant=nowhere", Map.of());
    assertEquals("JOB_NOT_FOUND", nowhere.code());
  }

  @Test
  void jobsAreForAdministratorsAndOperatorsOnly() {
    for (Person person :
        List.of(
            Person.DALE_JIMENEZ,
            Person.EARNEST_BUCK,
            Person.GABRIELLE_JIMENEZ,
            Person.CHADWICK_GARNER,
            Person.BARRY_TANNER)) {
      assertEquals(403, server().as(person).get(JOBS).status(), person::name);
      assertEquals(403, server().as(person).post(RECONCILIATION, Map.of()).status(), person::name);
    }
  }

  @Test
  void runsArePagedByStateTheLatestFirst() throws Exception {
    String older = run(Person.VICTOR_STONE).path("id").asText();
    String newer = run(Person.VICTOR_STONE).path("id").asText();
    Client admin = server().as(Person.VICTOR_STONE);
    JsonNode first = admin.get(RECONCILIATION + "?state=COMPLETED&limit=1").body();
    assertEquals(newer, first.path("items").path(0).path("id").asText());
    JsonNode second =
        admin
            .get(RECONCILIATION + "?state=COMPLETED&limit=1&cursor=" + first.path("next").asText())
            .body();
    assertEquals(older, second.path("items").path(0).path("id").asText());
    assertEquals(0, admin.get(RECONCILIATION + "?state=FAILED").body().path("items").size());
    Client.Answer unknown = admin.get(RECONCILIATION + "?state=GONE");
    assertEquals(400, unknown.status());
    assertEquals("state", unknown.body().path("errors").path(0).path("field").asText());
  }

  @Test
  void aMissedRunIsCaughtUp() throws Exception {
    server().learnerId(Person.NINA_ALVAREZ);
    inTenant("lakeside", "update job_plan set planned_until = planned_until - interval '3 days'");
    JsonNode caught = null;
    for (int i = 0; i < 600 && caught == null; i++) {
      Thread.sleep(200);
      for (JsonNode run :
          server().as(Person.VICTOR_STONE).get(RECONCILIATION).body().path("items")) {
        caught = run.path("cause").asText().equals("REQUEST") ? caught : run;
      }
    }
    assertTrue(caught != null, "nothing was caught up");
    assertTrue(caught.hasNonNull("plannedFor"), caught::toString);
    JsonNode done = await(Person.VICTOR_STONE, caught.path("id").asText());
    assertEquals("COMPLETED", done.path("state").asText(), done::toString);
    assertEquals(
        1,
        TestSql.numberAs(
            "lakeside",
            "select count(*) from job_run where job = 'ledger-reconciliation'"
                + " and planned_for is not null"));
  }

  private static JsonNode run(Person person) throws InterruptedException {
    return await(person, start(person, Learners.newId()).path("id").asText());
  }

  private static JsonNode start(Person person, String key) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Client.Answer answer =
          server()
              .as(person)
              .send(
                  RECONCILIATION,
                  request ->
                      request
                          .header("Content-Type", "application/json")
                          .header("Idempotency-Key", key)
                          .POST(BodyPublishers.ofString("{}")));
      if (answer.status() != 409) {
        assertEquals(202, answer.status(), answer::toString);
        return answer.body();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The last run does not end");
  }

  private static JsonNode await(Person person, String id) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      JsonNode run = server().as(person).get(RECONCILIATION + "/" + id).body();
      if (run.hasNonNull("endedAt")) {
        return run;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The run does not end");
  }

  private static Client.Answer deed(Person person, String id, String deed) {
    return server()
        .as(person)
        .send(RECONCILIATION + "/" + id + ":" + deed, r -> r.POST(BodyPublishers.noBody()));
  }

  private static JsonNode named(JsonNode jobs, String name) {
    for (JsonNode job : jobs) {
      if (job.path("name").asText().equals(name)) {
        return job;
      }
    }
    throw new IllegalStateException("No job " + name + " in " + jobs);
  }

  private static void plant(String learner, int difference) throws SQLException {
    inTenant(
        "grand-bend",
        "update game_profile set balance = balance + "
            + difference
            + " where learner_id = '"
            + learner
            + "'");
  }

  private static void inTenant(String tenant, String statement) throws SQLException {
    try (Connection app = server().database().connectAsApp();
        Statement statements = app.createStatement()) {
      app.setAutoCommit(false);
      statements.execute("select set_config('cairn.tenant', '" + tenant + "', true)");
      statements.executeUpdate(statement);
      app.commit();
    }
  }
}
