package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * {@code ./cairn audit verify}: has a running Cairn verify its audit and says what it finds. The
 * server does it, since the anchors are on its disk, where no administrator of the database is.
 */
final class AuditCommand implements CairnCommand {

  private static final String USAGE = "usage: ./cairn audit verify [--tenant TENANT]";
  private static final String AUDIT = "/api/v1/admin/audit";
  private static final long PAUSE = 200;

  private final Http http = new Http();

  @Override
  public void run(Home home, List<String> arguments) throws InterruptedException {
    boolean ofOne = arguments.size() == 3 && arguments.get(1).equals("--tenant");
    if (!arguments.stream().findFirst().equals(java.util.Optional.of("verify"))
        || (arguments.size() != 1 && !ofOne)) {
      throw new LaunchFailure(USAGE);
    }
    AuditLogins logins = AuditLogins.of(System.getenv(), home, http);
    Map<String, String> tokens = logins.tokens(ofOne ? arguments.get(2) : null);
    long differences = 0;
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      differences += verify(logins.baseUrl() + AUDIT, token.getKey(), token.getValue());
    }
    if (differences > 0) {
      throw new LaunchFailure(
          differences + " differences: the audit is not what was written down; see docs/audit.md");
    }
  }

  private long verify(String address, String name, String token) throws InterruptedException {
    Http.Answer begun = http.post(address + ":verify", token, "application/json", new byte[0]);
    if (begun.status() != 202) {
      throw new LaunchFailure(name + ": status " + begun.status() + " " + begun.text().strip());
    }
    JsonNode done = begun.body();
    while (done.path("state").asText().equals("RUNNING")) {
      Thread.sleep(PAUSE);
      Http.Answer answer = http.get(address + "/verification", token);
      if (!answer.isSuccess()) {
        throw new LaunchFailure(name + ": status " + answer.status() + " " + answer.text().strip());
      }
      done = answer.body();
    }
    return tell(name, done);
  }

  private static long tell(String name, JsonNode done) {
    String state = done.path("state").asText();
    System.out.printf(
        "%s: %s, %d entries, %d anchors hold%n",
        name, state, done.path("checked").asLong(), done.path("anchors").asLong());
    for (JsonNode finding : done.path("findings")) {
      System.out.printf(
          "  %s  number %s  entry %s  %s%n",
          finding.path("kind").asText(),
          finding.path("number").asText("-"),
          finding.path("entryId").asText("-"),
          finding.path("detail").asText());
    }
    if (state.equals("BROKEN_OFF")) {
      throw new LaunchFailure(name + ": the verification broke off; see the server's log");
    }
    return done.path("differences").asLong();
  }
}
