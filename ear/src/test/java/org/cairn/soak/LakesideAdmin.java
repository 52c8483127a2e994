package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.cairn.system.Client;
import org.cairn.system.LargeRoster;
import org.cairn.system.Person;
import org.cairn.system.RunningCairn;

/** What only a district's administrator can begin. */
final class LakesideAdmin {

  private static final String RULES = "/api/v1/admin/rules";
  private static final String OLD_RULES = "shared-1";

  private final RunningCairn cairn;
  private String otherRules;
  private boolean otherRulesHold;

  LakesideAdmin(RunningCairn cairn) {
    this.cairn = cairn;
  }

  void importRoster(int users) throws IOException {
    Client.Answer received =
        admin()
            .post(
                "/api/v1/admin/roster/imports?dryRun=true&threshold=100",
                "application/zip",
                LargeRoster.of(users));
    assertEquals(202, received.status(), received::toString);
  }

  /** Answers where the dry run tells how far it is. */
  String tryRules() {
    return tried(otherRules());
  }

  void applyRules() throws InterruptedException {
    String version = otherRulesHold ? OLD_RULES : otherRules();
    otherRulesHold = !otherRulesHold;
    String address = tried(version);
    JsonNode replay = admin().get(address).body();
    while (replay.path("state").asText().equals("COMPUTING")) {
      Thread.sleep(50);
      replay = admin().get(address).body();
    }
    Client.Answer applied =
        admin()
            .post(RULES + "/" + version + ":apply", Map.of("replayId", replay.path("id").asText()));
    assertEquals(202, applied.status(), applied::toString);
  }

  private String tried(String version) {
    Client.Answer begun =
        admin().send(RULES + "/" + version + ":dry-run", r -> r.POST(BodyPublishers.noBody()));
    assertEquals(202, begun.status(), begun::toString);
    return URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
  }

  /** Rules by which the daily login is worth 9. */
  private String otherRules() {
    if (otherRules == null) {
      ObjectNode rules = (ObjectNode) admin().get(RULES + "/" + OLD_RULES).body().path("rules");
      ((ObjectNode) rules.path("xp")).put("dailyLogin", 9);
      String newest = admin().get(RULES).headers().firstValue("ETag").orElseThrow();
      Client.Answer made = admin().put(RULES, "If-Match", newest, rules);
      assertEquals(200, made.status(), made::toString);
      otherRules = made.body().path("version").asText();
    }
    return otherRules;
  }

  private Client admin() {
    return cairn.as(Person.VICTOR_STONE);
  }
}
