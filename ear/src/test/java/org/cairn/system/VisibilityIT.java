package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may not see a learner learns no more than that of one who does not exist. */
class VisibilityIT extends SystemTest {

  private static final List<String> READS =
      List.of(
          "/profile",
          "/xp-transactions",
          "/onboarding/tracks",
          "/onboarding/tracks/first-steps/progress");

  static Stream<Arguments> strangersOfDale() {
    return Stream.of(
            Person.TYRONE_DYER,
            Person.FRANK_BRADY,
            Person.GENE_MACIAS,
            Person.VICTOR_STONE,
            Person.NINA_ALVAREZ,
            Person.GRACE_OKAFOR,
            Person.ROSA_ALVAREZ)
        .flatMap(stranger -> READS.stream().map(read -> Arguments.of(stranger, read)));
  }

  @ParameterizedTest
  @MethodSource("strangersOfDale")
  void aStrangerGetsWhatAnUnknownIdGets(Person stranger, String read) {
    Client.Answer refused = server().as(stranger).get(dale() + read);
    Client.Answer unknown = server().as(stranger).get(learner(UUID.randomUUID()) + read);
    assertEquals(404, refused.status(), refused::toString);
    assertEquals("LEARNER_NOT_FOUND", refused.code());
    assertEquals(withoutInstance(unknown), withoutInstance(refused));
    assertEquals(200, server().as(Person.DALE_JIMENEZ).get(dale() + read).status());
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {
        "DALE_JIMENEZ",
        "GABRIELLE_JIMENEZ",
        "EARNEST_BUCK",
        "CHADWICK_GARNER",
        "DAVID_WILSON"
      })
  void thoseWithARelationSeeDale(Person person) {
    for (String read : READS) {
      Client.Answer answer = server().as(person).get(dale() + read);
      assertEquals(200, answer.status(), answer::toString);
    }
    Client.Answer list = server().as(person).get("/api/v1/learners?limit=500");
    assertEquals(true, list.text().contains(server().learnerId(Person.DALE_JIMENEZ)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {"KURT_MCCARTHY", "EFRAIN_RODRIGUEZ", "OLGA_OPERATOR", "BARRY_TANNER"})
  void rolesWithoutBusinessWithLearnersAreRefused(Person person) {
    Client.Answer answer = server().as(person).get(dale() + "/profile");
    assertEquals(403, answer.status(), answer::toString);
    assertEquals("ROLE_MISSING", answer.code());
  }

  @Test
  void aGuardianWithoutAChildSeesAnEmptyList() {
    Client.Answer answer = server().as(Person.FRANK_BRADY).get("/api/v1/learners");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(0, answer.body().path("items").size());
  }

  @Test
  void aDistrictsProgramCannotRecordForTheOthersLearners() {
    String nina = server().learnerId(Person.NINA_ALVAREZ);
    Client.Answer answer = Learners.report(List.of(Learners.event(nina, "x", "page.read")));
    assertEquals(
        "LEARNER_NOT_FOUND",
        answer.body().path("results").path(0).path("problem").path("code").asText());
    assertFalse(
        server().as(Person.NINA_ALVAREZ).get("/api/v1/learning/events").text().contains("\"x\""));
  }

  @Test
  void onlySystemsRecordForOthersAndOnlyLearnersForThemselves() {
    String batch = "/api/v1/learning/events:batch";
    String body = "{\"events\":[]}";
    assertEquals(403, server().as(Person.DALE_JIMENEZ).post(batch, body).status());
    assertEquals(403, server().as(Person.DAVID_WILSON).post(batch, body).status());
    assertEquals(
        403,
        server()
            .as(Person.EARNEST_BUCK)
            .post("/api/v1/learning/events", "{\"eventId\":\"1\",\"name\":\"a.b\"}")
            .status());
  }

  private String dale() {
    return "/api/v1/learners/" + server().learnerId(Person.DALE_JIMENEZ);
  }

  private static String learner(UUID id) {
    return "/api/v1/learners/" + id;
  }

  private static String withoutInstance(Client.Answer answer) {
    return answer.text().replaceAll("urn:cairn:request:[0-9a-f-]+", "");
  }
}
