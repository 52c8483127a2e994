package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final long SECOND = 1_000_000_000L;

  private final Patience patience = new Patience(Duration.ofSeconds(10));

  @Test
  void endsWithTheGraceWhereNothingMoves() {
    assertFalse(patience.isOverAfter(9 * SECOND));
    assertTrue(patience.isOverAfter(SECOND));
  }

  @Test
  void neverEndsForWhoeverKeepsUp() {
    for (int second = 0; second < 1_000; second++) {
      patience.moved(Limits.SLOWEST);
      assertFalse(patience.isOverAfter(SECOND), "second " + second);
    }
  }

  @Test
  void endsForATrickle() {
    boolean isOver = false;
    for (int second = 0; second < 10; second++) {
      patience.moved(1);
      isOver = patience.isOverAfter(SECOND);
    }
    assertTrue(isOver);
  }

  @Test
  void whatMovedFastBeforeBuysNoTimeLater() {
    patience.moved(1_000_000_000L);
    assertFalse(patience.isOverAfter(10 * SECOND));
    assertTrue(patience.isOverAfter(10 * SECOND));
  }
}
