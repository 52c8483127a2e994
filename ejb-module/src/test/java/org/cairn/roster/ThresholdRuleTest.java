package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.roster.ThresholdRule.Loss;
import org.junit.jupiter.api.Test;

class ThresholdRuleTest {

  @Test
  void letsTheVeryShareGo() {
    assertEquals("", ThresholdRule.verdict(List.of(new Loss("users", 10, 100)), 10));
  }

  @Test
  void namesEachLossThatIsOver() {
    assertEquals(
        "11 of 100 users (11.0 %), 2 of 3 guardianships (66.7 %) would go inactive;"
            + " the threshold is 10 %. Nothing was changed.",
        ThresholdRule.verdict(
            List.of(
                new Loss("users", 11, 100),
                new Loss("enrollments", 0, 50),
                new Loss("guardianships", 2, 3)),
            10));
  }

  @Test
  void letsNobodyGoAtZeroAndEverybodyAtHundred() {
    assertEquals("", ThresholdRule.verdict(List.of(new Loss("users", 0, 0)), 0));
    assertEquals("", ThresholdRule.verdict(List.of(new Loss("users", 5, 5)), 100));
    assertEquals(
        "1 of 1000 users (0.1 %) would go inactive; the threshold is 0 %. Nothing was changed.",
        ThresholdRule.verdict(List.of(new Loss("users", 1, 1000)), 0));
  }
}
