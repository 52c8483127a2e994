package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answer is lost on its way, after the commit: who asks again is told the same. */
class BrokenReplyIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final String BATCH = "/api/v1/learning/events:batch";

  private final CutProxy line = CutProxy.to(URI.create(server().baseUrl()).getPort());
  private final String lineUrl = "http://localhost:" + line.port();

  @AfterEach
  void hangUp() {
    line.close();
  }

  @Test
  void aRepeatedEventIsAnsweredAsTheFirstWouldHaveBeen() throws IOException {
    Client lisa = server().as(Person.LISA_WOODS);
    String since = endOf(lisa);
    List<String> sent = new ArrayList<>();
    for (String name : List.of("cairn.opened", "goal.set", "page.read")) {
      Map<String, String> event = Map.of("eventId", Learners.newId(), "name", name);
      line.cutReplies(1);
      assertThrows(
          UncheckedIOException.class, () -> lisa.by(lineUrl).post(EVENTS, event), "was not cut");
      assertEquals(lost(), lisa.by(lineUrl).post(EVENTS, event).body());
      sent.add(event.get("eventId"));
    }
    assertEquals(sent, since(lisa, since));
    String learner = server().learnerId(Person.LISA_WOODS);
    long sum = Learners.ledger(learner).stream().mapToLong(r -> r.path("amount").asLong()).sum();
    assertEquals(Learners.profile(learner).path("balance").asLong(), sum);
  }

  @Test
  void aRepeatedBatchStandsWhereTheFirstOneWasStored() throws IOException {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String learner : Learners.take(5)) {
      events.add(Learners.event(learner, Learners.newId(), "cairn.opened"));
      events.add(Learners.event(learner, Learners.newId(), "page.read"));
    }
    Client system = server().asSystemOf("grand-bend");
    line.cutReplies(1);
    assertThrows(
        UncheckedIOException.class,
        () -> system.by(lineUrl).post(BATCH, Map.of("events", events)),
        "was not cut");
    JsonNode first = lost().path("results");
    JsonNode again = system.by(lineUrl).post(BATCH, Map.of("events", events)).body();
    assertEquals(events.size(), first.size());
    for (int i = 0; i < events.size(); i++) {
      assertEquals("stored", first.path(i).path("status").asText());
      JsonNode repeated = again.path("results").path(i);
      assertEquals("duplicate", repeated.path("status").asText());
      assertEquals(first.path(i).path("position"), repeated.path("position"));
    }
  }

  private JsonNode lost() throws IOException {
    String reply = line.lastCut();
    assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
    return new ObjectMapper().readTree(reply.substring(reply.indexOf("\r\n\r\n")));
  }

  private static List<String> since(Client client, String cursor) {
    List<String> ids = new ArrayList<>();
    client
        .get(EVENTS + "?limit=500&since=" + cursor)
        .body()
        .path("events")
        .forEach(event -> ids.add(event.path("eventId").asText()));
    return ids;
  }

  private static String endOf(Client client) {
    JsonNode page = client.get(EVENTS + "?limit=500").body();
    while (page.path("hasMore").asBoolean()) {
      page = client.get(EVENTS + "?limit=500&since=" + page.path("cursor").asText()).body();
    }
    return page.path("cursor").asText();
  }
}
