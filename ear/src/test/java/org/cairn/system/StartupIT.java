package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupIT extends SystemTest {

  @Test
  void isReadyBecauseItsOwnChecksAreUp() {
    Client.Answer answer = server().asNobody().get("/health/ready");
    assertEquals(200, answer.status(), answer::toString);
    List<String> checks = new ArrayList<>();
    answer.body().path("checks").forEach(check -> checks.add(check.path("name").asText()));
    assertEquals(Set.of("database", "reactions", "definitions"), Set.copyOf(checks));
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void reportsThatItIsUp(String kind) {
    Client management = new Client(server().managementUrl(), null);
    Client.Answer answer = management.get("/health/" + kind);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("UP", answer.body().path("status").asText());
  }

  /** A socket in a folder for all belongs to whoever used the port last, perhaps somebody else. */
  @Test
  void theDatabaseNeedsNoFileOutsideOfItsFolder() throws SQLException {
    try (Connection superuser = server().superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery("show unix_socket_directories")) {
      row.next();
      assertEquals("", row.getString(1));
    }
  }

  @Test
  void describesItsInterface() {
    Client.Answer answer = server().asNobody().get("/openapi");
    assertEquals(200, answer.status(), answer::toString);
    assertTrue(answer.text().contains("/api/v1/learners/{learner}/profile"), answer::text);
  }

  @Test
  void refusesWhoShowsNoToken() {
    assertEquals(401, server().asNobody().get("/api/v1/learners/me/profile").status());
  }

  @Test
  void showsALearnerHerProfile() {
    Client.Answer answer = server().as(Person.DALE_JIMENEZ).get("/api/v1/learners/me/profile");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(server().learnerId(Person.DALE_JIMENEZ), answer.body().path("learnerId").asText());
  }
}
