package org.cairn.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.launcher.Http;
import org.cairn.launcher.Issuer;
import org.cairn.launcher.LaunchFailure;
import org.cairn.launcher.SampleUser;

/** Starts jobs as the sample's operator, and watches the server's heap meanwhile. */
final class NightsJobs {

  private static final Pattern USED =
      Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)");
  private static final Pattern MOST =
      Pattern.compile("jvm_memory_max_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)");

  private final Target target;
  private final Http http = new Http();
  private final Issuer issuer;
  private final SampleUser operator;
  private String token = "";
  private Instant tokenUntil = Instant.EPOCH;
  private long mostHeap;
  private long heapLimit;

  NightsJobs(Target target) {
    this.target = target;
    this.issuer = new Issuer("", target.running().path("tokenUrl").asText());
    this.operator = operator(target.running().path("users"));
  }

  private static SampleUser operator(JsonNode users) {
    for (JsonNode user : users) {
      if (user.path("role").asText().equals("operator") && !user.has("tenant")) {
        return new SampleUser(
            "operator", user.path("username").asText(), user.path("password").asText(), null, null);
      }
    }
    throw new LaunchFailure("the sample has no operator");
  }

  /** How long the job worked for the district, by its own record. */
  double seconds(String job, String tenant) throws InterruptedException {
    String runs = target.baseUrl() + "/api/v1/admin/jobs/" + job + "/executions";
    Http.Answer begun =
        http.post(runs + "?tenant=" + tenant, token(), "application/json", new byte[0]);
    if (!begun.isSuccess()) {
      throw new LaunchFailure(begun.status() + " " + begun.text());
    }
    String run = runs + "/" + begun.body().path("id").asText();
    mostHeap = 0;
    while (true) {
      lookAtHeap();
      JsonNode state = http.get(run, token()).body();
      switch (state.path("state").asText()) {
        case "COMPLETED" -> {
          return Duration.between(
                      Instant.parse(state.path("startedAt").asText()),
                      Instant.parse(state.path("endedAt").asText()))
                  .toNanos()
              / 1e9;
        }
        case "STARTING", "RUNNING" -> Thread.sleep(200);
        default -> throw new LaunchFailure(job + ": " + state);
      }
    }
  }

  /** The most heap that was used during the latest job, in bytes, garbage included. */
  long mostHeap() {
    return mostHeap;
  }

  long heapLimit() {
    return heapLimit;
  }

  private void lookAtHeap() throws InterruptedException {
    String metrics =
        http.get(target.running().path("managementUrl").asText() + "/prometheus").text();
    mostHeap = Math.max(mostHeap, sum(USED, metrics));
    heapLimit = sum(MOST, metrics);
  }

  private static long sum(Pattern pattern, String metrics) {
    long sum = 0;
    Matcher found = pattern.matcher(metrics);
    while (found.find()) {
      sum += Math.max(0, (long) Double.parseDouble(found.group(1)));
    }
    return sum;
  }

  private String token() throws InterruptedException {
    if (Instant.now().isAfter(tokenUntil)) {
      token = issuer.tokenOf(operator, target.running().path("clientId").asText(), http);
      tokenUntil = Instant.now().plusSeconds(120);
    }
    return token;
  }
}
