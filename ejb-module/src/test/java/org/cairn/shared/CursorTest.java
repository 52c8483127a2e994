package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void readsBackWhatItStandsFor() {
    assertEquals("a key", Cursor.key(Cursor.of("a key"), "cursor"));
    assertEquals(42, Cursor.position(Cursor.of("42"), "since"));
    assertEquals(0, Cursor.position(null, "since"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "bm8", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
  void namesTheParameterOfWhatIsNoCursor(String cursor) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> Cursor.position(cursor, "since"));
    assertEquals("since", refused.errors().get(0).field());
  }

  @Test
  void readsBackAnIdAndAMoment() {
    UUID id = Ids.next();
    Cursor.Moment moment = new Cursor.Moment(Instant.parse("2026-03-02T08:30:00.000001Z"), id);
    assertEquals(id.toString(), Cursor.id(Cursor.of(id.toString()), "cursor"));
    assertEquals(moment, Cursor.moment(Cursor.of(moment.key()), "cursor"));
    assertNull(Cursor.id(null, "cursor"));
    assertNull(Cursor.moment(null, "cursor"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no moment",
        "2026-03-02T08:30:00Z",
        "2026-03-02T08:30:00Z no-id",
        " 0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
        "+999999999-12-31T23:59:59Z 0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10"
      })
  void refusesForgedMomentsEvenWhereTheyCanBeRead(String key) {
    String cursor = Cursor.of(key.isEmpty() ? " " : key);
    assertThrows(ProblemException.class, () -> Cursor.moment(cursor, "cursor"));
    assertThrows(ProblemException.class, () -> Cursor.id(cursor, "cursor"));
  }
}
