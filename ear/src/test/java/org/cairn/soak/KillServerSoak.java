package org.cairn.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kills the server 20 times under load: nothing acknowledged is lost, nothing counts twice. */
@Soak
class KillServerSoak {

  private static final int KILLS = 20;

  @Test
  void losesAndDoublesNothing(SoakRun run) throws Exception {
    List<Duration> starts = new ArrayList<>();
    long hit = 0;
    try (OwnCairn cairn = OwnCairn.start("kill-server");
        Crash crash = new Crash(cairn.api(), "k")) {
      for (int round = 0; run.hasRound(round, KILLS); round++) {
        Crash.Outcome outcome =
            crash.strike(cairn::killServer, () -> starts.add(cairn.startServer()));
        hit += outcome.hit();
        run.say(
            "kill %d hit %d requests, ready after %s"
                .formatted(round + 1, outcome.hit(), starts.get(round)));
      }
      crash.assertNothingIsLostOrDoubled();
      run.times("ready after", starts);
      run.figure("requests in flight at the kills", hit);
      run.figure("events acknowledged", crash.writers().acknowledged());
      run.figure("repeats of what had been stored", crash.writers().repeats());
      run.figure("lost, doubled, half stored", 0);
    }
  }
}
