package org.cairn.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kills PostgreSQL 20 times under load: nothing acknowledged is lost, the server heals itself. */
@Soak
class KillPostgresSoak {

  private static final int KILLS = 20;

  @Test
  void losesAndDoublesNothing(SoakRun run) throws Exception {
    List<Duration> starts = new ArrayList<>();
    List<Duration> outages = new ArrayList<>();
    long hit = 0;
    try (OwnCairn cairn = OwnCairn.start("kill-postgres");
        Crash crash = new Crash(cairn.api(), "k")) {
      for (int round = 0; run.hasRound(round, KILLS); round++) {
        Crash.Outcome outcome =
            crash.strike(cairn::killPostgres, () -> starts.add(cairn.startPostgres()));
        hit += outcome.hit();
        outages.add(outcome.ready());
        run.say(
            "kill %d hit %d requests, writing again after %s"
                .formatted(round + 1, outcome.hit(), outcome.ready()));
      }
      crash.assertNothingIsLostOrDoubled();
      run.times("PostgreSQL ready after", starts);
      run.times("events acknowledged again after", outages);
      run.figure("requests hit by the kills", hit);
      run.figure("events acknowledged", crash.writers().acknowledged());
      run.figure("repeats of what had been stored", crash.writers().repeats());
      run.figure("lost, doubled, half stored", 0);
    }
  }
}
