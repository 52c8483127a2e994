package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops the server gently under load, as an upgrade does: it finishes what it has begun. */
@Soak
class StopServerSoak {

  private static final int STOPS = 5;

  @Test
  void breaksNoRequestOff(SoakRun run) throws Exception {
    List<Duration> stops = new ArrayList<>();
    try (OwnCairn cairn = OwnCairn.start("stop-server");
        Crash crash = new Crash(cairn.api(), "g")) {
      crash.expectBareServer();
      for (int round = 0; run.hasRound(round, STOPS); round++) {
        crash.writers().awaitProgress(200);
        long begin = System.nanoTime();
        long before = crash.writers().hitAt(begin);
        cairn.stopServer();
        stops.add(OwnCairn.since(begin));
        assertEquals(before, crash.writers().hitAt(begin), "requests were broken off");
        cairn.startServer();
      }
      crash.assertNothingIsLostOrDoubled();
      run.times("ended after", stops);
      run.figure("requests refused and repeated", crash.writers().refused());
      run.figure("requests broken off or lost", 0);
    }
  }
}
