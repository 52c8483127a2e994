package org.cairn.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cairn.jobs.JobRunView.State;
import org.junit.jupiter.api.Test;

class TakeOverRuleTest {

  @Test
  void aRunWhoseServerDiedGoesOnElsewhere() {
    assertEquals(TakeOverRule.RESTART, TakeOverRule.of(State.RUNNING, 1, 3));
    assertEquals(TakeOverRule.RESTART, TakeOverRule.of(State.STARTING, 2, 3));
  }

  @Test
  void aRunThatSeemsToKillItsServersFails() {
    assertEquals(TakeOverRule.FAIL, TakeOverRule.of(State.RUNNING, 3, 3));
    assertEquals(TakeOverRule.FAIL, TakeOverRule.of(State.RUNNING, 1, 1));
  }

  @Test
  void shuttingServersDownDoesNotCount() {
    assertEquals(TakeOverRule.RESTART, TakeOverRule.of(State.INTERRUPTED, 3, 3));
  }

  @Test
  void whatSomebodyWantedStoppedIsStopped() {
    assertEquals(TakeOverRule.STOP, TakeOverRule.of(State.STOPPING, 1, 3));
  }

  @Test
  void aRunThatHasEndedIsNobodysToTakeOver() {
    assertThrows(IllegalArgumentException.class, () -> TakeOverRule.of(State.COMPLETED, 0, 3));
  }
}
