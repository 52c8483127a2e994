package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
