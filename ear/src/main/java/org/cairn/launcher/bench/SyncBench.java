package org.cairn.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cairn.launcher.LaunchFailure;
import org.cairn.launcher.bench.Rounds.Round;

/**
 * Progress sync over HTTP with everything on, against pgbench with the statements that the same
 * requests send; goals in the specification of performance. One connection a learner, as a learner
 * has one device at a time.
 */
final class SyncBench {

  private static final int[] EVENTS_PER_REQUEST = {1, 10, 100};
  private static final int FIRST_WARM_UP_SECONDS = 120;
  private static final int WARM_UP_SECONDS = 20;
  private static final int TAIL = 20;
  private static final int PAGE = 500;
  private static final int HISTORY = 10_000;

  private final Target target;
  private final Bench.Options options;
  private final List<SyncDevice> devices = new ArrayList<>();

  SyncBench(Target target, Bench.Options options) throws InterruptedException {
    this.target = target;
    this.options = options;
    target
        .learnerTokens()
        .forEach((learner, token) -> devices.add(new SyncDevice(target.baseUrl(), learner, token)));
  }

  /** A learner's request, by the learner's place in the list. */
  @FunctionalInterface
  private interface Requests {
    HttpMessage of(SyncDevice device, String eventIds) throws IOException, InterruptedException;
  }

  void run() throws Exception {
    System.out.printf(
        "%d learners with a connection each, %d interleaved rounds of %d s a side; medians%n%n",
        devices.size(), options.rounds(), options.seconds());
    System.out.println(IngestResult.HEADER.replace("events a request", "request"));
    Thread lifting = new Thread(this::liftLimits, "lifts the limit");
    lifting.setDaemon(true);
    lifting.start();
    try {
      load((device, ids) -> device.put(ids, 10)).run(FIRST_WARM_UP_SECONDS);
      for (int events : sizes()) {
        System.out.println(
            measure("PUT " + events, events, (device, ids) -> device.put(ids, events)));
      }
      fill();
      reads();
    } finally {
      lifting.interrupt();
    }
    System.out.println(
        "\nGoals: PUT as ingest (0.50, 0.60, 0.70); GET at least 0.40 of the same SELECT."
            + " Rows of GET are requests a second times events; of 304, requests.");
  }

  private int[] sizes() {
    return options.events() == 0 ? EVENTS_PER_REQUEST : new int[] {options.events()};
  }

  private void fill() throws Exception {
    HttpLoad load = new HttpLoad(target.baseUrl(), 1, any -> devices.get(0).put(Fresh.id(), 100));
    for (SyncDevice device : devices) {
      for (int there = device.count(); there < HISTORY; there += 100) {
        load.sendOnce(device.put(Fresh.id(), 100));
      }
    }
  }

  private void reads() throws Exception {
    for (SyncDevice device : devices) {
      device.findCursors(TAIL, PAGE);
    }
    System.out.println(measure("GET tail of 20", TAIL, (device, ids) -> device.tail()));
    System.out.println(measure("GET page of 500", PAGE, (device, ids) -> device.page()));
    System.out.println(measure("GET 304", 1, (device, ids) -> device.unchanged()));
  }

  private IngestResult measure(String name, int events, Requests requests) throws Exception {
    HttpLoad load = load(requests);
    load.run(WARM_UP_SECONDS);
    String marker = "rec" + System.nanoTime();
    List<List<RecordedStatement>> recorded = new ArrayList<>();
    for (SyncDevice device : devices) {
      HttpMessage message = made(requests, device, marker);
      recorded.add(
          new StatementRecorder(target).record(device.learner(), () -> load.sendOnce(message)));
    }
    Pgbench pgbench = Pgbench.of(target, devices.size(), recorded, marker);
    pgbench.run(2);
    List<Round> rounds = new Rounds(target, options).measure(pgbench, load);
    long roundTrips = recorded.get(0).stream().filter(each -> !each.is("BEGIN")).count();
    return new IngestResult(name, events, roundTrips, rounds);
  }

  private HttpLoad load(Requests requests) {
    return new HttpLoad(
        target.baseUrl(),
        devices.size(),
        connection -> made(requests, devices.get(connection), Fresh.id()));
  }

  private static HttpMessage made(Requests requests, SyncDevice device, String eventIds) {
    try {
      return requests.of(device, eventIds);
    } catch (IOException | InterruptedException e) {
      throw new LaunchFailure("cannot make a request: " + e.getMessage());
    }
  }

  /**
   * Few learners can log in, and each may have 10,000 events only. Most lifts are lost, since a
   * request writes the number that it has read before, so there have to be many.
   */
  private void liftLimits() {
    try (Connection connection = target.superuser();
        Statement statement = connection.createStatement()) {
      while (!Thread.currentThread().isInterrupted()) {
        statement.execute("update cairn.progress_state set events = 0 where events > 2000");
        Thread.sleep(10);
      }
    } catch (SQLException e) {
      throw new LaunchFailure("cannot lift the limit: " + e.getMessage());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
