package org.cairn.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

  @Test
  void aCodeHasEightCharactersThatPeopleDoNotMistake() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String code = PairingCode.next(new SecureRandom());
      assertTrue(code.matches("[2-9A-HJKMNP-TV-Z]{8}"), code);
      assertEquals(Optional.of(code), PairingCode.read(code));
      codes.add(code);
    }
    assertEquals(1000, codes.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7KQMX4TD", "7kqm-x4td", " 7kqm x4td "})
  void aCodeIsReadAsPeopleWriteIt(String text) {
    assertEquals(Optional.of("7KQMX4TD"), PairingCode.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7KQMX4T", "7KQMX4TDD", "7KQMX4T0", "7KQMX4TI"})
  void whatIsNoCodeIsNotLookedFor(String text) {
    assertEquals(Optional.empty(), PairingCode.read(text));
  }

  @Test
  void theSameCodeIsAnotherInAnotherDistrict() {
    assertNotEquals(PairingCode.hash("north", "7KQMX4TD"), PairingCode.hash("south", "7KQMX4TD"));
  }

  @Test
  void theFifthWrongCodeLocksForAnHour() {
    PairingTries tries = PairingTries.NONE;
    for (int i = 0; i < 4; i++) {
      tries = tries.afterWrong(NOW.plusSeconds(i));
      assertFalse(tries.isLocked(NOW.plusSeconds(i)));
    }
    tries = tries.afterWrong(NOW.plusSeconds(4));
    assertTrue(tries.isLocked(NOW.plusSeconds(3603)));
    assertFalse(tries.isLocked(NOW.plusSeconds(3604)));
    PairingTries afterwards = tries.afterWrong(NOW.plusSeconds(3605));
    assertEquals(1, afterwards.wrong());
    assertFalse(afterwards.isLocked(NOW.plusSeconds(3605)));
  }

  @Test
  void wrongCodesMoreThanAnHourApartDoNotAddUp() {
    PairingTries tries = PairingTries.NONE;
    for (int i = 0; i < 20; i++) {
      tries = tries.afterWrong(NOW.plusSeconds(3600L * i));
      assertEquals(1, tries.wrong());
    }
  }
}
