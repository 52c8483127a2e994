package org.cairn.web.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cairn.progress.SyncDraft;
import org.cairn.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with one event is no fault of its neighbors. */
class SyncReaderTest {

  private static final String GOOD = "{\"eventId\":\"good\"}";

  @Test
  void readsEveryKindOfValueAsItIs() throws IOException {
    SyncDraft draft = events("{\"a\":[1,2.50,true,null,{\"b\":\"x\"}],\"c\":{}}").get(0);
    assertEquals("[1, 2.50, true, null, {b=x}]", String.valueOf(draft.members().get("a")), "lists");
    assertEquals(Map.of(), draft.members().get("c"));
    assertEquals(List.of(), draft.unreadable());
    List<?> values = (List<?>) draft.members().getOrDefault("a", List.of());
    assertEquals(new BigDecimal("2.50"), values == null ? null : values.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventId\":\"a\",\"eventId\":\"b\"}",
        "{\"payload\":[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]}",
        "{\"score\":1e99999999999}",
        "\"text\"",
        "[[{}]]",
        "null",
        "7"
      })
  void aBadEventIsNotedAndReadPast(String bad) throws IOException {
    List<SyncDraft> drafts = events(bad + "," + GOOD);
    assertEquals(2, drafts.size());
    assertEquals(1, drafts.get(0).unreadable().size(), () -> drafts.get(0).toString());
    assertEquals(Map.of("eventId", "good"), drafts.get(1).members());
  }

  @Test
  void longTextsAndNumbersAreTheEventsOwn() throws IOException {
    String text = "x".repeat(500_000);
    List<SyncDraft> drafts =
        events("{\"eventId\":\"" + text + "\"},{\"score\":" + "9".repeat(900) + "}," + GOOD);
    assertEquals(text, drafts.get(0).members().get("eventId"));
    assertEquals(3, drafts.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"events\":{}}",
        "{\"events\":[],\"events\":[]}",
        "{\"events\":[],\"more\":1}",
        "{\"clientUpdatedAt\":7,\"events\":[]}",
        "{\"events\":[]}{}",
        "{\"events\":[{]}"
      })
  void aBadBodyIsRefusedAsAWhole(String body) {
    Exception refusal = assertThrows(Exception.class, () -> read(body));
    assertTrue(
        refusal instanceof ProblemException || refusal instanceof JsonProcessingException,
        refusal::toString);
  }

  @Test
  void depthWithoutEndIsRefusedAsAWhole() {
    assertThrows(JsonProcessingException.class, () -> events("{\"a\":".repeat(100_000)));
  }

  @Test
  void theHundredAndFirstEventRefusesTheRequest() throws IOException {
    assertEquals(100, events((GOOD + ",").repeat(99) + GOOD).size());
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> events((GOOD + ",").repeat(100) + GOOD));
    assertEquals("TOO_MANY_EVENTS", refusal.problem().name());
  }

  private static List<SyncDraft> events(String events) throws IOException {
    return read("{\"clientUpdatedAt\":\"t\",\"events\":[" + events + "]}").events();
  }

  private static SyncReader.Request read(String body) throws IOException {
    return SyncReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
