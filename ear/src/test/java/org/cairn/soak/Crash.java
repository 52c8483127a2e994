package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cairn.system.Client;
import org.cairn.system.RunningCairn;

/** A Cairn under load, something of which is killed; then everything is looked through. */
public final class Crash implements AutoCloseable {

  private static final int PRODUCTS = 5;
  private static final int LEARNERS = 60;
  private static final int EVENTS = 200;
  private static final int CROWD = 4;

  /** So long a blow takes to fall: the system tells the other processes one after the other. */
  private static final long BLOW_NANOS = 50_000_000;

  private final RunningCairn cairn;
  private final String run;
  private final Writers writers;
  private final Reader reader;

  /**
   * What one kill did.
   *
   * @param ready from the kill until the first event was acknowledged again
   * @param hit requests that were in flight and got no answer, or a 503
   */
  public record Outcome(Duration ready, long hit) {}

  /** Kills something and brings it back. */
  @FunctionalInterface
  public interface Blow {
    void fall() throws Exception;
  }

  /**
   * Begins to write and to read.
   *
   * @param run what all event ids begin with
   */
  public Crash(RunningCairn cairn, String run) {
    this.cairn = cairn;
    this.run = run;
    this.writers = Writers.start(cairn, run, learners(cairn), PRODUCTS);
    this.reader = Reader.start(cairn);
  }

  /**
   * Lets the writers come into their stride, strikes while several requests are in flight, and
   * waits until events are acknowledged again.
   */
  public Outcome strike(Blow kill, Blow restart) throws Exception {
    writers.awaitProgress(EVENTS);
    long before = writers.hitAt(System.nanoTime());
    while (writers.inFlight() < CROWD) {
      Thread.onSpinWait();
    }
    long begin = System.nanoTime();
    kill.fall();
    long hit = awaitHit(begin + BLOW_NANOS, before);
    restart.fall();
    writers.awaitProgress(1);
    return new Outcome(OwnCairn.since(begin), hit);
  }

  /** How many requests the blow has hit, as soon as the first of them knows. */
  private long awaitHit(long struck, long before) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      long hit = writers.hitAt(struck) - before;
      if (hit > 0) {
        return hit;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("nothing was in flight at the kill: it shows nothing");
  }

  /** Has every request answered, and looks for whatever is lost, doubled or half stored. */
  public void assertNothingIsLostOrDoubled() throws Exception {
    writers.finish();
    List<String> followed = reader.finish();
    assertEquals(List.of(), writers.wrong());
    assertTrue(writers.journal().stream().allMatch(Journal.Entry::isAcknowledged));
    try (Connection database = cairn.superuser()) {
      assertEquals(List.of(), Verdict.on(writers.journal(), run, database));
    }
    assertEquals(reader.logNow(), followed);
  }

  /** The server is ended gently: for a moment it answers without its application. */
  void expectBareServer() {
    writers.expectBareServer();
    reader.expectBareServer();
  }

  Writers writers() {
    return writers;
  }

  @Override
  public void close() {
    writers.close();
    reader.close();
  }

  private static List<String> learners(RunningCairn cairn) {
    Client system = cairn.asSystemOf("grand-bend");
    List<String> ids = new ArrayList<>();
    Client.Answer page = system.get("/api/v1/learners?limit=" + LEARNERS);
    page.body().path("items").forEach(item -> ids.add(item.path("learnerId").asText()));
    Writers.SINGLES.forEach(person -> ids.add(cairn.learnerId(person)));
    return ids;
  }
}
