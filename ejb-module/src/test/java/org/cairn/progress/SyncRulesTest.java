package org.cairn.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.cairn.progress.SyncRules.Checked;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRulesTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final SyncRules RULES = new SyncRules(key -> key.endsWith("email"));

  private static final String HEAD =
      "\"eventId\":\"e1\",\"occurredAt\":\"2026-03-02T08:30:00.595Z\",\"clientId\":\"c1\",";
  private static final String PROGRESSED =
      "\"type\":\"content.progressed\",\"payload\":{\"contentId\":\"c\",\"status\":\"passed\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        PROGRESSED + "}",
        PROGRESSED + ",\"score\":0,\"contentVersion\":\"v1\"}",
        PROGRESSED + ",\"score\":100.0}",
        PROGRESSED + ",\"interaction\":{\"interactionId\":\"i\",\"state\":null}}",
        PROGRESSED
            + ",\"interaction\":{\"interactionId\":\"i\",\"state\":{\"a\":[{\"b\":1e300}]}}}",
        PROGRESSED + ",\"interaction\":{\"interactionId\":\"i\",\"state\":[[[[[[[[]]]]]]]]}}",
        "\"type\":\"onboarding.completed\",\"payload\":{\"pathId\":\"p\"}",
        "\"type\":\"onboarding.reset\"",
        "\"type\":\"onboarding.reset\",\"payload\":{}",
        "\"type\":\"progress.reset\"",
        "\"type\":\"activePath.set\",\"payload\":{\"pathId\":\"p\"}",
        "\"type\":\"activePath.set\",\"payload\":{\"pathId\":null}"
      })
  void takesTheFiveTypes(String rest) {
    assertEquals("e1", checked("{" + HEAD + rest + "}").eventId());
  }

  @Test
  void keepsTheTextOfTheTimeAndThePayloadAsTheyWere() {
    Checked checked = checked("{" + HEAD + PROGRESSED + ",\"score\":87.50}}");
    assertEquals("2026-03-02T08:30:00.595Z", checked.occurredText());
    assertEquals("87.50", String.valueOf(String.valueOf(payload(checked).get("score"))));
    assertNull(checked("{" + HEAD + "\"type\":\"progress.reset\"}").payload());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        PROGRESSED + ",\"score\":101} | /payload/score",
        PROGRESSED + ",\"score\":-1} | /payload/score",
        PROGRESSED + ",\"score\":1e999999} | /payload/score",
        PROGRESSED + ",\"score\":\"5\"} | /payload/score",
        PROGRESSED + ",\"score\":null} | /payload/score",
        PROGRESSED + ",\"contentVersion\":\"\"} | /payload/contentVersion",
        PROGRESSED + ",\"xp\":100} | /payload/xp",
        PROGRESSED + ",\"grade\":\"A\"} | /payload/grade",
        PROGRESSED + "},\"trust\":\"server\" | /trust",
        PROGRESSED + "},\"position\":1 | /position",
        PROGRESSED + "},\"effectiveAt\":\"2026-03-02T08:30:00Z\" | /effectiveAt",
        PROGRESSED + ",\"interaction\":null} | /payload/interaction",
        PROGRESSED + ",\"interaction\":{\"interactionId\":\"i\"}} | /payload/interaction/state",
        PROGRESSED + ",\"interaction\":{\"state\":1}} | /payload/interaction/interactionId",
        PROGRESSED
            + ",\"interaction\":{\"interactionId\":\"i\",\"state\":[[[[[[[[[]]]]]]]]]}}"
            + " | /payload/interaction/state",
        PROGRESSED
            + ",\"interaction\":{\"interactionId\":\"i\",\"state\":1e309}}"
            + " | /payload/interaction/state",
        PROGRESSED
            + ",\"interaction\":{\"interactionId\":\"i\",\"state\":\"\\u0000\"}}"
            + " | /payload/interaction/state",
        PROGRESSED
            + ",\"interaction\":{\"interactionId\":\"i\",\"state\":{\"\\ud800\":1}}}"
            + " | /payload/interaction/state",
        "\"type\":\"content.progressed\" | /payload",
        "\"type\":\"content.progressed\",\"payload\":[] | /payload",
        "\"type\":\"content.progressed\",\"payload\":{\"contentId\":\"c\",\"status\":\"done\"}"
            + " | /payload/status",
        "\"type\":\"content.progressed\",\"payload\":{\"contentId\":\"c\",\"status\":\"PASSED\"}"
            + " | /payload/status",
        "\"type\":\"onboarding.completed\",\"payload\":{\"pathId\":null} | /payload/pathId",
        "\"type\":\"activePath.set\",\"payload\":{} | /payload/pathId",
        "\"type\":\"progress.reset\",\"payload\":{\"why\":1} | /payload/why",
        "\"type\":\"progress.reset\",\"payload\":null | /payload",
        "\"type\":\"xp.granted\",\"payload\":{} | /type"
      })
  void namesTheFieldThatIsWrong(String rest, String field) {
    assertEquals(field, errors("{" + HEAD + rest + "}").get(0).field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "2026-03-02T08:30Z",
        "2026-03-02T08:30:00",
        "2026-03-02t08:30:00z",
        "2026-03-02T08:30:00.1234567890Z",
        "2026-02-30T08:30:00Z",
        "2026-03-02T25:30:00Z",
        "1999-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        ""
      })
  void refusesTimesThatNotEverybodyReads(String time) {
    String event =
        "{\"eventId\":\"e1\",\"clientId\":\"c1\",\"type\":\"progress.reset\",\"occurredAt\":\"%s\"}";
    assertEquals("/occurredAt", errors(event.formatted(time)).get(0).field());
  }

  @Test
  void theIdsOfCairnsOwnEventsAreNotTaken() {
    String json = "{" + HEAD.replace("e1", "journey/1/completed") + PROGRESSED + "}}";
    assertEquals(List.of("/eventId"), errors(json).stream().map(FieldError::field).toList());
  }

  @Test
  void idsHaveTheirLengths() {
    String event =
        "{\"eventId\":\"%s\",\"occurredAt\":\"2026-03-02T08:30:00Z\",\"clientId\":\"c\","
            + "\"type\":\"content.progressed\",\"payload\":{\"contentId\":\"%s\","
            + "\"status\":\"passed\"}}";
    assertEquals(
        100, checked(event.formatted("e".repeat(100), "c".repeat(200))).eventId().length());
    assertEquals("/eventId", errors(event.formatted("e".repeat(101), "c")).get(0).field());
    assertEquals(
        "/payload/contentId", errors(event.formatted("e", "c".repeat(201))).get(0).field());
  }

  @Test
  void refusesPersonalDataInAState() {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                checked(
                    "{"
                        + HEAD
                        + PROGRESSED
                        + ",\"interaction\":{\"interactionId\":\"i\","
                        + "\"state\":[{\"email\":\"x\"}]}}}"));
    assertEquals("PAYLOAD_REJECTED", refusal.problem().name());
  }

  @Test
  void anIdThatCannotBeToldIsNotTold() {
    assertNull(draft("{\"eventId\":\"\\ud800\"}").eventId());
    assertNull(draft("{\"eventId\":7}").eventId());
    assertEquals("e", draft("{\"eventId\":\"e\"}").eventId());
  }

  private static Map<String, @Nullable Object> payload(Checked checked) {
    Map<String, @Nullable Object> payload = checked.payload();
    return payload == null ? Map.of() : payload;
  }

  private static List<FieldError> errors(String json) {
    return assertThrows(ProblemException.class, () -> checked(json)).errors();
  }

  private static Checked checked(String json) {
    return RULES.checked(draft(json));
  }

  private static SyncDraft draft(String json) {
    try {
      return new SyncDraft(JSON.readValue(json, OBJECT), List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
