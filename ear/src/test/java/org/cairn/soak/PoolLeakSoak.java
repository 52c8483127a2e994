package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.attack.PoolLeak;
import org.junit.jupiter.api.Test;

/** 100,000 requests of two districts over one connection, errors among them: no foreign row. */
@Soak
class PoolLeakSoak {

  private static final int REQUESTS = 100_000;

  @Test
  void oneConnectionNeverCarriesATenantOver(SoakRun run) throws InterruptedException {
    try (PoolLeak pool = PoolLeak.start()) {
      List<String> leaks = pool.run(REQUESTS, sent -> run.say(sent + " requests"));
      run.figure("answers by status", pool.statuses());
      run.figure("foreign rows", leaks.size());
      assertEquals(List.of(), leaks.stream().limit(20).toList());
    }
  }
}
