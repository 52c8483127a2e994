package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of the soak: one connection, two districts. */
class PoolLeakIT {

  @Test
  void aSharedConnectionCarriesNothingFromOneCallerToTheNext() throws InterruptedException {
    try (PoolLeak pool = PoolLeak.start()) {
      assertEquals(List.of(), pool.run(1000, sent -> {}));
      assertTrue(pool.statuses().size() >= 4, () -> pool.statuses().toString());
    }
  }
}
