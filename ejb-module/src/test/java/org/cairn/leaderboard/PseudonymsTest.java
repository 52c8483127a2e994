package org.cairn.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final UUID LEARNER = new UUID(1, 2);

  @Test
  void aNameIsTwoWordsAndANumber() {
    String name = new Pseudonyms(KEY).of(LEARNER);
    assertTrue(name.matches("[A-Z][a-z]+ [A-Z][a-z]+ [1-9]\\d\\d"), name);
  }

  @Test
  void aNameStaysWhileTheKeyDoes() {
    assertEquals(new Pseudonyms(KEY).of(LEARNER), new Pseudonyms(KEY).of(LEARNER));
    assertNotEquals(
        new Pseudonyms(KEY).of(LEARNER), new Pseudonyms(Pseudonyms.newKey()).of(LEARNER));
  }

  @Test
  void aThousandLearnersHaveNamesOfTheirOwn() {
    Pseudonyms names = new Pseudonyms(KEY);
    Set<String> found = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      found.add(names.of(new UUID(7, i)));
    }
    assertTrue(found.size() >= 998, () -> "only " + found.size());
  }

  @Test
  void everyKeyIsAnother() {
    assertNotEquals(Pseudonyms.newKey(), Pseudonyms.newKey());
    assertEquals(64, Pseudonyms.newKey().length());
  }
}
