package org.cairn.soak;

import org.junit.jupiter.api.Test;

/** The short form of {@link KillServerSoak}: the server is killed under load once. */
class KillServerIT {

  @Test
  void aKilledServerLosesAndDoublesNothing() throws Exception {
    try (OwnCairn cairn = OwnCairn.start("kill-server-once");
        Crash crash = new Crash(cairn.api(), "k")) {
      crash.strike(cairn::killServer, cairn::startServer);
      crash.assertNothingIsLostOrDoubled();
    }
  }
}
