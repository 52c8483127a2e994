package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.RunningCairn;

/** How long requests took that arrived at a fixed rate, from when each should have been sent. */
final class Latencies {

  private static final int A_SECOND = 40;
  private static final int WARMING_SECONDS = 3;
  private static final int SECONDS = 8;

  /** Below this a ratio tells of the machine's noise only. */
  private static final double FLOOR_MILLIS = 50;

  private final List<Double> millis;

  private Latencies(List<Double> millis) {
    Collections.sort(millis);
    this.millis = millis;
  }

  /** Of a learner's reads, now. */
  static Latencies ofOthers() throws Exception {
    measure(WARMING_SECONDS);
    return new Latencies(measure(SECONDS));
  }

  /** Whether the 99th percentile of others is at most twice this one. */
  boolean allow(Latencies others) {
    return others.quantile(0.99) <= Math.max(FLOOR_MILLIS, 2 * quantile(0.99));
  }

  String beside(Latencies others) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f -> %.1f ms, p99 %.1f -> %.1f ms",
        quantile(0.5),
        others.quantile(0.5),
        quantile(0.99),
        others.quantile(0.99));
  }

  private static List<Double> measure(int seconds) throws Exception {
    Client client = RunningCairn.get().as(Person.DALE_JIMENEZ);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    List<Future<Double>> requests = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < seconds * A_SECOND; i++) {
      long due = start + i * 1_000_000_000L / A_SECOND;
      Callable<Double> request = () -> latency(client, due);
      while (System.nanoTime() < due) {
        Thread.sleep(1);
      }
      requests.add(threads.submit(request));
    }
    List<Double> millis = new ArrayList<>();
    for (Future<Double> request : requests) {
      millis.add(request.get());
    }
    threads.shutdown();
    return millis;
  }

  private static double latency(Client client, long due) {
    Client.Answer answer = client.get("/api/v1/learning/events?limit=5");
    assertEquals(200, answer.status(), answer::toString);
    return (System.nanoTime() - due) / 1e6;
  }

  private double quantile(double share) {
    return millis.get((int) Math.min(millis.size() - 1, Math.floor(share * millis.size())));
  }
}
