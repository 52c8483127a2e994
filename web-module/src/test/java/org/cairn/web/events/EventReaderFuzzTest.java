package org.cairn.web.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.cairn.events.EventDraft;
import org.cairn.shared.ProblemException;
import org.cairn.web.shared.BentBodies;

/** Whatever comes in, an event is read or refused as a problem; nothing else ever happens. */
class EventReaderFuzzTest {

  private static final String EVENT =
      """
      {"eventId":"event-1","name":"drill.card.mastered","version":2,"sourceModule":"drill",\
      "projectId":"p","clientId":"tablet","payload":{"skillId":"fractions","mastery":0.9,"n":1,\
      "ok":true,"none":null,"list":[1,"two",null]},"occurredAt":"2026-03-02T08:30:00Z"}""";

  private static final List<String> ONE = List.of(EVENT, "{\"eventId\":\"1\",\"name\":\"a.b\"}");
  private static final List<String> BATCH =
      List.of(
          "{\"events\":[" + EVENT.replace("{\"e", "{\"learnerId\":\"1-1-1-1-1\",\"e") + "]}",
          "{\"events\":[{},{\"name\":\"a.b\"}]}");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @FunctionalInterface
  private interface Reader {
    List<EventDraft> read(InputStream body) throws IOException;
  }

  @Provide
  Arbitrary<byte[]> events() {
    return BentBodies.of(ONE);
  }

  @Provide
  Arbitrary<byte[]> batches() {
    return BentBodies.of(BATCH);
  }

  @Property
  void anEventIsReadOrRefused(@ForAll("events") byte[] body) {
    readOrRefused(body, EventReaderFuzzTest::one);
  }

  @Property
  void aBatchIsReadOrRefused(@ForAll("batches") byte[] body) {
    readOrRefused(body, EventReaderFuzzTest::batch);
  }

  private static void readOrRefused(byte[] body, Reader reader) {
    Statistics.label("read")
        .collect(isRead(body, reader))
        .coverage(seen -> seen.check(true).percentage(share -> share > 2));
  }

  private static boolean isRead(byte[] body, Reader reader) {
    boolean read = false;
    try {
      for (EventDraft draft : reader.read(new ByteArrayInputStream(body))) {
        assertTrue(draft.unreadable().size() <= 50);
        if (draft.unreadable().isEmpty()) {
          assertEquals(draft, one(new ByteArrayInputStream(written(draft))).get(0));
          read = true;
        }
      }
    } catch (ProblemException | JsonProcessingException refused) {
      assertTrue(refused.getMessage() != null);
    } catch (IOException | RuntimeException unexpected) {
      fail(new String(body, ISO_8859_1), unexpected);
    }
    return read;
  }

  private static List<EventDraft> one(InputStream body) throws IOException {
    return List.of(EventReader.one(body).draft(true));
  }

  private static List<EventDraft> batch(InputStream body) throws IOException {
    return EventReader.batch(body).stream().map(entry -> entry.draft()).toList();
  }

  /** The event as a careful client would send it. */
  private static byte[] written(EventDraft draft) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("eventId", draft.eventId());
    fields.put("name", draft.name());
    fields.put("version", draft.version());
    fields.put("sourceModule", draft.sourceModule());
    fields.put("projectId", draft.projectId());
    fields.put("clientId", draft.clientId());
    fields.put("payload", draft.payload());
    fields.put("occurredAt", draft.occurredAt());
    return JSON.writeValueAsBytes(fields);
  }
}
