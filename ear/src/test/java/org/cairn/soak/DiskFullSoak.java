package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;

/** Fills the disks of PostgreSQL and of the server: nothing is lost, all heals with the room. */
@Soak
class DiskFullSoak {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final int FULL_SECONDS = 30;

  @Test
  void ofTheDatabase(SoakRun run) throws Exception {
    OwnCairn cairn = OwnCairn.prepare("disk-full");
    try (SmallDisk disk = SmallDisk.mount(cairn.home().in("postgres"), 2048);
        cairn) {
      cairn.startPostgres();
      cairn.startServer();
      cairn.api().load();
      try (Crash crash = new Crash(cairn.api(), "d")) {
        Writers writers = crash.writers();
        writers.awaitProgress(500);
        disk.fill();
        int refusedBefore = writers.refused();
        int storedBefore = writers.acknowledged();
        int reads = readsWhileFull(cairn);
        run.figure("events stored while full", writers.acknowledged() - storedBefore);
        run.figure("proper 503 while full", writers.refused() - refusedBefore);
        run.figure("reads answered while full", reads + " of " + FULL_SECONDS);
        assertTrue(writers.refused() > refusedBefore, "the full disk was not felt");
        disk.free();
        boolean survived = cairn.hasPostgres();
        run.figure("PostgreSQL survived its full disk", survived);
        long freed = System.nanoTime();
        if (!survived) {
          cairn.stopPostgres();
          cairn.startPostgres();
        }
        writers.awaitProgress(1);
        run.figure("stores again after", OwnCairn.since(freed).toMillis() + " ms");
        writers.awaitProgress(200);
        crash.assertNothingIsLostOrDoubled();
        run.figure("lost, doubled, half stored", 0);
      }
    }
  }

  @Test
  void ofTheServer(SoakRun run) throws Exception {
    OwnCairn cairn = OwnCairn.prepare("disk-full-server");
    Path base = cairn.home().in("server");
    try (SmallDisk disk = SmallDisk.mount(base, 512);
        cairn) {
      cairn.startPostgres();
      cairn.startServer();
      cairn.api().load();
      try (Crash crash = new Crash(cairn.api(), "s")) {
        crash.writers().awaitProgress(200);
        disk.fill();
        int before = crash.writers().acknowledged();
        TimeUnit.SECONDS.sleep(FULL_SECONDS);
        assertTrue(disk.isFull());
        int stored = crash.writers().acknowledged() - before;
        assertTrue(stored > 0, "the server stopped with its disk");
        assertEquals(0, crash.writers().refused());
        run.figure("events stored while the server's disk is full", stored);
        disk.free();
        crash.assertNothingIsLostOrDoubled();
      }
    }
  }

  /** Tries one read a second. */
  private static int readsWhileFull(OwnCairn cairn) throws InterruptedException {
    int answered = 0;
    for (int second = 0; second < FULL_SECONDS; second++) {
      Client.Answer answer = cairn.api().as(Person.TYRONE_DYER).get(EVENTS);
      assertTrue(answer.status() == 200 || answer.status() == 503, answer::toString);
      answered += answer.status() == 200 ? 1 : 0;
      TimeUnit.SECONDS.sleep(1);
    }
    return answered;
  }
}
