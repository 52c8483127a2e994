package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is over goes at night, and nothing else. */
class RetentionIT extends SystemTest {

  private static final String CODES = "select count(*) from pairing_code where issued_by = 'old'";

  @Test
  void whatIsOverGoesAndTheRunTellsHowMuchOfWhat() throws Exception {
    List<String> learners = Learners.take(2);
    for (String learner : learners) {
      issue(learner, "old", "2024-01-01");
      issue(learner, "young", "2098-01-01");
    }
    assertEquals(2, TestSql.numberAs("grand-bend", CODES));
    JsonNode codes = step(run(), "pairing-codes");
    assertEquals(2, codes.path("counts").path("written").asInt(), codes::toString);
    assertEquals(0, TestSql.numberAs("grand-bend", CODES));
    assertEquals(2, TestSql.numberAs("grand-bend", CODES.replace("old", "young")));
    assertEquals(0, step(run(), "pairing-codes").path("counts").path("written").asInt());
  }

  private static void issue(String learner, String by, String until) throws SQLException {
    try (Connection database = server().superuser();
        Statement statement = database.createStatement()) {
      statement.execute(
          """
          insert into cairn.pairing_code (tenant_id, code_hash, learner_id, issued_by, issued_at,
            expires_at)
          values ('grand-bend', '%s', '%s', '%s', '2023-12-25', '%s')
          """
              .formatted(Learners.newId(), learner, by, until));
    }
  }

  private static JsonNode step(JsonNode run, String name) {
    for (JsonNode step : run.path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step;
      }
    }
    throw new IllegalStateException("No step " + name + " in " + run);
  }

  private static JsonNode run() throws InterruptedException {
    return JobRuns.run(server().as(Person.DAVID_WILSON), "retention");
  }
}
