package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.system.Client;
import org.junit.jupiter.api.Test;

/**
 * GraphQL's refusals stand inside answers with status 200, where the sweep does not look: each
 * stranger says by GraphQL whatever names the learner of the north.
 */
class GraphqlStrangersIT {

  private static final String DOCUMENT =
      """
      mutation ($input: OnboardingEventInput!) {
        recordOnboardingEvent(input: $input) { success xpEarned matched { trackKey stepKey } } }
      """;

  private final AttackedCairn cairn = AttackedCairn.shipped();
  private final World world = World.of(cairn);

  @Test
  void noStrangerRecordsForTheLearnerOrSeesOfIt() {
    String learner = world.value("learner");
    Secrets secrets = Secrets.of(World.NORTH, learner);
    String before = Rows.state(World.NORTH, learner);
    List<String> leaks = new ArrayList<>();
    for (Person stranger : People.strangers()) {
      Client.Answer answer = record(stranger, learner);
      if (!isRefused(answer)) {
        leaks.add(stranger + " is answered " + answer);
      }
      Set<String> hidden =
          World.NORTH.equals(stranger.tenant()) ? secrets.learner() : secrets.district();
      hidden.stream()
          .filter(value -> !value.equals(learner) && answer.text().contains(value))
          .forEach(value -> leaks.add(stranger + " sees " + value));
    }
    assertEquals(List.of(), leaks);
    assertEquals(before, Rows.state(World.NORTH, learner));
    for (Person rightful : List.of(People.LEARNER, People.program(World.NORTH))) {
      JsonNode data = record(rightful, learner).body().path("data").path("recordOnboardingEvent");
      assertTrue(data.path("success").asBoolean(), data::toString);
    }
  }

  @Test
  void aStrangersOwnFieldsTellNothingOfTheLearner() {
    Secrets secrets = Secrets.of(World.NORTH, world.value("learner"));
    List<String> leaks = new ArrayList<>();
    for (Person stranger : People.strangers()) {
      String text =
          cairn
              .as(stranger)
              .post(
                  "/graphql",
                  Map.of(
                      "query",
                      "{ myOnboardingTracks { key progress { xpEarned } }"
                          + " myLearningEvents(limit: 500) { events { learnerId eventId } } }"))
              .text();
      Set<String> hidden =
          World.NORTH.equals(stranger.tenant()) ? secrets.learner() : secrets.district();
      hidden.stream().filter(text::contains).forEach(value -> leaks.add(stranger + ": " + value));
    }
    assertEquals(List.of(), leaks);
  }

  private Client.Answer record(Person person, String learner) {
    Map<String, String> input =
        Map.of(
            "learnerId",
            learner,
            "eventName",
            "page.read",
            "eventId",
            UUID.randomUUID().toString());
    return cairn
        .as(person)
        .post("/graphql", Map.of("query", DOCUMENT, "variables", Map.of("input", input)));
  }

  private static boolean isRefused(Client.Answer answer) {
    String code = answer.body().path("errors").path(0).path("extensions").path("code").asText();
    return Set.of(401, 403).contains(answer.status())
        || Set.of("TRACK_NOT_FOUND", "PERSON_UNKNOWN", "ROLE_MISSING").contains(code);
  }
}
