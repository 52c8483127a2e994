package org.cairn.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PromiseTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Instant DUE = Instant.parse("2026-03-02T11:00:00Z");

  @Test
  void isDueAtTheFirstSuchTimeAfterTheRunIsPlanned() {
    assertEquals(DUE, due("2026-03-02T08:30:00Z", LocalTime.of(5, 0)));
    assertEquals(DUE, due("2026-03-02T03:00:00Z", LocalTime.of(5, 0)));
    assertEquals(
        Instant.parse("2026-03-08T10:00:00Z"), due("2026-03-08T08:30:00Z", LocalTime.of(5, 0)));
  }

  @Test
  void isKeptByACompletedRunOnly() {
    assertEquals(Promise.KEPT, Promise.of(DUE, DUE, DUE.plusSeconds(9)));
    assertEquals(Promise.MISSED, Promise.of(DUE, DUE.plusSeconds(1), DUE.plusSeconds(9)));
    assertEquals(Promise.OPEN, Promise.of(DUE, null, DUE));
    assertEquals(Promise.MISSED, Promise.of(DUE, null, DUE.plusSeconds(1)));
    assertEquals(Promise.NONE, Promise.of(null, null, DUE));
  }

  private static Instant due(String planned, LocalTime by) {
    return Promise.dueAfter(Instant.parse(planned), by, CHICAGO);
  }
}
