package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;

/** Takes the database away for a while, then has the network to it fall silent: both heal. */
@Soak
class NoDatabaseSoak {

  private static final int AWAY_SECONDS = 20;
  private static final String EVENTS = "/api/v1/learning/events";

  @Test
  void recoversByItself(SoakRun run) throws Exception {
    try (OwnCairn cairn = OwnCairn.prepare("no-database")) {
      cairn.set("-Dcairn.db.socket-timeout=10 -Dcairn.db.statement-timeout=8s");
      cairn.startPostgres();
      cairn.startServer();
      cairn.api().load();
      Client dale = cairn.api().as(Person.DALE_JIMENEZ);
      goAway(run, cairn, dale);
      fallSilent(run, cairn, dale);
    }
  }

  private static void goAway(SoakRun run, OwnCairn cairn, Client dale) throws Exception {
    cairn.wire().refuse();
    assertRefused(dale.post(EVENTS, event()));
    assertEquals(503, cairn.api().asNobody().get("/health/ready").status());
    TimeUnit.SECONDS.sleep(AWAY_SECONDS);
    assertRefused(dale.post(EVENTS, event()));
    cairn.wire().mend();
    run.figure("ready after the database was back", seconds(cairn.awaitReady()));
    assertEquals(200, dale.post(EVENTS, event()).status());
  }

  private static void fallSilent(SoakRun run, OwnCairn cairn, Client dale) throws Exception {
    cairn.wire().silence();
    Duration longest = Duration.ZERO;
    Map<String, String> event = event();
    for (int i = 0; i < 4; i++) {
      long begin = System.nanoTime();
      assertRefused(dale.post(EVENTS, event));
      Duration took = OwnCairn.since(begin);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    run.figure("longest request in a silent network (limit set to 10 s)", seconds(longest));
    cairn.wire().mend();
    run.figure("ready after the network came back", seconds(cairn.awaitReady()));
    Client.Answer stored = dale.post(EVENTS, event);
    assertEquals(200, stored.status(), stored::toString);
  }

  private static void assertRefused(Client.Answer answer) {
    assertEquals(503, answer.status(), answer::toString);
    assertEquals("TRY_AGAIN_LATER", answer.code(), answer::toString);
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
  }

  private static Map<String, String> event() {
    return Map.of("eventId", UUID.randomUUID().toString(), "name", "page.turned");
  }

  private static String seconds(Duration time) {
    return String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
