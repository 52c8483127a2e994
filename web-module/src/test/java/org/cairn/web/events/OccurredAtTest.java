package org.cairn.web.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cairn.events.EventDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurredAtTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:30:00Z, 2026-03-02T08:30:00Z",
    "2026-03-02T08:30:00.123456Z, 2026-03-02T08:30:00.123456Z",
    "2026-03-02T08:30:00+05:30, 2026-03-02T03:00:00Z",
    "2024-02-29T23:59:59-00:30, 2024-03-01T00:29:59Z",
  })
  void readsATimeWithAnyOffset(String text, Instant instant) throws IOException {
    EventDraft draft = draft(text);
    assertEquals(List.of(), draft.unreadable());
    assertEquals(instant, draft.occurredAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T08:30:00",
        "2026-02-30T08:30:00Z",
        "2026-03-02T25:30:00Z",
        "2026-03-02T08:30:60Z",
        "20260302T083000Z",
        "2026-03-02T08:30:00Z and more",
        "2026-03-02T08:30:00.1234567890123Z",
      })
  void refusesWhatIsNoTime(String text) throws IOException {
    assertEquals("/occurredAt", draft(text).unreadable().get(0).field());
  }

  @Test
  void keepsTimesApartThatDifferByAMicrosecond() throws IOException {
    assertNotEquals(
        draft("2026-03-02T08:30:00.000001Z").occurredAt(),
        draft("2026-03-02T08:30:00.000002Z").occurredAt());
  }

  private static EventDraft draft(String occurredAt) throws IOException {
    String json =
        "{\"eventId\":\"1\",\"name\":\"deal.created\",\"occurredAt\":\"" + occurredAt + "\"}";
    return EventReader.one(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
        .draft(false);
  }
}
