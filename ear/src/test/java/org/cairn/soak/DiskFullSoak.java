package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;

/** Fills the disks of PostgreSQL and of the server: nothing is lost, all heals with the room. */
@Soak
class DiskFullSoak {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final int FULL_SECONDS = 30;
  private static final int MOST_SEGMENTS = 200;

  @Test
  void ofTheDatabase(SoakRun run) throws Exception {
    fillUp(run, "disk-full", "full", false);
  }

  @Test
  void ofTheDatabaseAndItsLog(SoakRun run) throws Exception {
    fillUp(run, "disk-full-log", "full, no room for the log", true);
  }

  private static void fillUp(SoakRun run, String name, String state, boolean log) throws Exception {
    OwnCairn cairn = OwnCairn.prepare(name);
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
        if (log) {
          useUpTheLog(run, cairn);
        }
        int reads = readsWhileFull(cairn);
        run.figure(state + ": events stored", writers.acknowledged() - storedBefore);
        run.figure(state + ": proper 503", writers.refused() - refusedBefore);
        run.figure(state + ": reads answered", reads + " of " + FULL_SECONDS);
        assertTrue(writers.refused() > refusedBefore, "the full disk was not felt");
        disk.free();
        boolean survived = cairn.hasPostgres();
        run.figure(state + ": PostgreSQL stayed", survived);
        long freed = System.nanoTime();
        if (!survived) {
          cairn.stopPostgres();
          cairn.startPostgres();
        }
        writers.awaitProgress(1);
        run.figure(state + ": stores again after", OwnCairn.since(freed).toMillis() + " ms");
        writers.awaitProgress(200);
        crash.assertNothingIsLostOrDoubled();
        run.figure(state + ": lost, doubled, half stored", 0);
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

  /** Begins segment after segment of the write-ahead log, until there is room for none. */
  private static void useUpTheLog(SoakRun run, OwnCairn cairn) {
    for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
      try (Connection superuser = cairn.superuser();
          Statement statement = superuser.createStatement()) {
        statement.execute("select pg_switch_wal(), pg_logical_emit_message(false, 'fill', 'x')");
      } catch (SQLException panic) {
        run.say("the log is full after " + segment + " segments: " + panic.getMessage());
        return;
      }
    }
    throw new AssertionError("the log does not fill");
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
