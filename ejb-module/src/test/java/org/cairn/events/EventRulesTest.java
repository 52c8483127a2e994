package org.cairn.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {

  private final EventRules rules = new EventRules(PayloadRules.rejectingAlso("shoeSize"));

  @Test
  void takesAnIdThatIsNoUuid() {
    assertEquals("event-1", rules.checked(draft("event-1", "deal.created", null)).eventId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deal", "Deal.created", "deal..created", ".created", "deal.created ", "d\u0000.x"})
  void refusesNamesThatAreNotDottedLowerCase(String name) {
    assertEquals(List.of("/name"), fieldsOf(draft("1", name, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onboarding.track.started", "onboarding.step.waived"})
  void refusesTheNamesOfItsOwnDecisions(String name) {
    assertEquals(List.of("/name"), fieldsOf(draft("1", name, null)));
    assertNotNull(rules.checked(draft("1", "onboarding.completed", null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"journey/1/completed", "session/1/completed", "hint/1", "onboarding/1"})
  void refusesTheIdsOfItsOwnEvents(String id) {
    assertEquals(List.of("/eventId"), fieldsOf(draft(id, "deal.created", null)));
    assertNotNull(rules.checked(draft("my/" + id, "deal.created", null)));
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    EventDraft draft =
        new EventDraft(
            "",
            "x",
            null,
            "m".repeat(101),
            null,
            "a\u0007",
            null,
            Instant.parse("1999-12-31T23:59:59Z"),
            List.of(new FieldError("/version", "number")));
    assertEquals(
        List.of("/version", "/eventId", "/name", "/sourceModule", "/clientId", "/occurredAt"),
        fieldsOf(draft));
  }

  @Test
  void refusesLoneSurrogates() {
    assertEquals(List.of("/eventId"), fieldsOf(draft("a\uD800", "a.b", null)));
    assertNotNull(rules.checked(draft("a\uD83D\uDE00", "a.b", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password",
        "pass_word",
        "parentEmail",
        "home-phone",
        "access_token",
        "birthDate",
        "full.name",
        "SSN",
        "shoe size"
      })
  void refusesPayloadKeysForSecretsAndPersonalData(String key) {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> rules.checked(draft("1", "a.b", Map.of(key, "x"))));
    assertEquals(EventProblem.PAYLOAD_REJECTED, refused.problem());
    assertEquals("/payload/" + key, refused.errors().get(0).field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"skillId", "tokensUsed", "emailed", "score", "mastery"})
  void takesHarmlessKeys(String key) {
    assertNotNull(rules.checked(draft("1", "a.b", Map.of(key, 1))).payload());
  }

  @Test
  void refusesDeepPayloadsAndNamesTheKey() {
    assertEquals(
        List.of("/payload/a~1b"), fieldsOf(draft("1", "a.b", Map.of("a/b", Map.of("c", 1)))));
    assertEquals(
        List.of("/payload/list"), fieldsOf(draft("1", "a.b", Map.of("list", List.of(List.of(1))))));
  }

  @Test
  void takesListsOfScalarsAndNulls() {
    Map<String, Object> payload = new HashMap<>(Map.of("list", List.of(1, "two", true)));
    payload.put("nothing", null);
    assertNotNull(rules.checked(draft("1", "a.b", payload)).payload());
  }

  @Test
  void refusesNumbersThatNoDatabaseHolds() {
    assertEquals(
        List.of("/payload/n"),
        fieldsOf(draft("1", "a.b", Map.of("n", new java.math.BigDecimal("1e200000")))));
    assertNotNull(
        rules.checked(draft("1", "a.b", Map.of("n", new java.math.BigDecimal("1e-9")))).payload());
  }

  @Test
  void refusesTheThirtyThirdKey() {
    assertNotNull(rules.checked(draft("1", "a.b", keys(32))).payload());
    assertEquals(List.of("/payload"), fieldsOf(draft("1", "a.b", keys(33))));
  }

  @Test
  void refusesMoreThanFourKibibytes() {
    assertNotNull(rules.checked(draft("1", "a.b", Map.of("k", "x".repeat(4096 - 8)))).payload());
    assertEquals(
        List.of("/payload"), fieldsOf(draft("1", "a.b", Map.of("k", "x".repeat(4096 - 7)))));
  }

  @Test
  void anEventFromTheFutureCountsWhenItWasReceived() {
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    assertEquals(now.plusSeconds(300), EventTimes.effective(now.plusSeconds(300), now));
    assertEquals(now, EventTimes.effective(now.plusSeconds(301), now));
    assertEquals(now.minusSeconds(9), EventTimes.effective(now.minusSeconds(9), now));
  }

  private List<String> fieldsOf(EventDraft draft) {
    return assertThrows(ProblemException.class, () -> rules.checked(draft)).errors().stream()
        .map(FieldError::field)
        .toList();
  }

  private static Map<String, Object> keys(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> i));
  }

  private static EventDraft draft(String eventId, String name, Map<String, Object> payload) {
    return new EventDraft(
        eventId, name, null, null, null, null, payload, null, Collections.emptyList());
  }
}
