package org.cairn.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.launcher.Home;
import org.cairn.launcher.Http;
import org.cairn.launcher.Issuer;
import org.cairn.launcher.LaunchFailure;
import org.cairn.launcher.SampleUser;

/**
 * The Cairn that {@code ./cairn run} has started with its own PostgreSQL, and what a benchmark
 * needs of it.
 */
record Target(Home home, JsonNode running, int databasePort, long postmaster, long server) {

  private static final String TENANT = "grand-bend";

  static Target running(Home home) {
    Path runFile = home.root().resolve(".cairn/run.json");
    Path postmaster = home.in("postgres/postmaster.pid");
    if (!Files.exists(runFile) || !Files.exists(postmaster)) {
      throw new LaunchFailure("start it first: ./cairn run --detach (with its own PostgreSQL)");
    }
    try {
      List<String> lines = Files.readAllLines(postmaster);
      return new Target(
          home,
          new ObjectMapper().readTree(runFile.toFile()),
          Integer.parseInt(lines.get(3).strip()),
          Long.parseLong(lines.get(0).strip()),
          serverProcess(home));
    } catch (IOException e) {
      throw new LaunchFailure("cannot read what runs: " + e.getMessage());
    }
  }

  private static long serverProcess(Home home) {
    String marker = "-Djboss.server.base.dir=" + home.in("server");
    return ProcessHandle.allProcesses()
        .filter(process -> CpuTime.commandOf(process.pid()).contains(marker))
        .filter(process -> CpuTime.commandOf(process.pid()).contains("org.jboss.as.standalone"))
        .map(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new LaunchFailure("the server's process was not found"));
  }

  String baseUrl() {
    return running.path("baseUrl").asText();
  }

  String systemToken() throws InterruptedException {
    for (JsonNode client : running.path("systemClients")) {
      if (client.path("tenant").asText().equals(TENANT)) {
        return new Http()
            .postForm(
                running.path("tokenUrl").asText(),
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", client.path("clientId").asText(),
                    "client_secret", client.path("clientSecret").asText()))
            .body()
            .path("access_token")
            .asText();
      }
    }
    throw new LaunchFailure("the sample has no system client for " + TENANT);
  }

  /** Learners of the district who can log in, with their tokens. */
  Map<String, String> learnerTokens() throws InterruptedException {
    Map<String, String> tokens = new LinkedHashMap<>();
    Issuer issuer = new Issuer("", running.path("tokenUrl").asText());
    for (JsonNode user : running.path("users")) {
      if (user.hasNonNull("learnerId") && user.path("tenant").asText().equals(TENANT)) {
        SampleUser learner =
            new SampleUser(
                user.path("role").asText(),
                user.path("username").asText(),
                user.path("password").asText(),
                TENANT,
                null);
        tokens.put(
            user.path("learnerId").asText(),
            issuer.tokenOf(learner, running.path("clientId").asText(), new Http()));
      }
    }
    return tokens;
  }

  /** Real learners of the sample. */
  List<String> learners(int count) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    new Http()
        .get(baseUrl() + "/api/v1/learners?limit=" + count, systemToken())
        .body()
        .path("items")
        .forEach(item -> ids.add(item.path("learnerId").asText()));
    return ids;
  }

  Connection superuser() {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://localhost:" + databasePort + "/cairn", "postgres", "");
    } catch (SQLException e) {
      throw new LaunchFailure("cannot enter the database: " + e.getMessage());
    }
  }
}
