package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What 200 slow connections leave of the others' latency, at a fixed rate of arrival. */
@Soak
class SlowClientsSoak extends SystemTest {

  private static final int CONNECTIONS = 200;
  private static final int A_SECOND = 40;
  private static final int SECONDS = 8;

  /** Below this a ratio tells of the machine's noise only. */
  private static final double FLOOR_MILLIS = 50;

  private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";

  static List<Arguments> kinds() {
    String post = "POST /api/v1/learning/events" + HOST + "Content-Type: application/json\r\n";
    String with = post + "Authorization: Bearer " + server().tokenOf(Person.LISA_WOODS) + "\r\n";
    return List.of(
        kind("slow bodies", with + "Content-Length: 4000\r\n\r\n", 0, true, 0),
        kind("without a token", post + "Content-Length: 4000\r\n\r\n", 0, true, 0),
        kind(
            "told to go on",
            with + "Expect: 100-continue\r\nContent-Length: 4000\r\n\r\n",
            0,
            true,
            0),
        kind("unknown lengths", with + "Transfer-Encoding: chunked\r\n\r\nfff\r\n", 0, true, 0),
        kind("large bodies", with + "Content-Length: 1000000\r\n\r\n", 300_000, true, 0),
        kind("slow headers", "GET /health/live" + HOST + "X: ", 0, true, 0),
        kind("slow readers", "GET /api/docs/docs.js" + HOST + "\r\n", 0, false, 1024),
        kind("slow readers of much", "GET /openapi" + HOST + "\r\n", 0, false, 1024));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void leaveTheOthersAlone(String name, SlowClients.Kind kind) throws Exception {
    measure(3);
    List<Double> before = measure(SECONDS);
    try (SlowClients slow = new SlowClients(server().baseUrl(), kind, CONNECTIONS)) {
      measure(2);
      List<Double> under = measure(SECONDS);
      System.out.printf(
          Locale.ROOT,
          "%-22s p50 %.1f -> %.1f ms, p99 %.1f -> %.1f ms, hung up on %d%n",
          name,
          quantile(before, 0.5),
          quantile(under, 0.5),
          quantile(before, 0.99),
          quantile(under, 0.99),
          slow.hungUp());
      double allowed = Math.max(FLOOR_MILLIS, 2 * quantile(before, 0.99));
      assertTrue(quantile(under, 0.99) <= allowed, name);
    }
  }

  /** A roster still comes in while slow streams hold the lane: they are hung up on. */
  @Test
  void aLargeBodyGetsItsTurn() throws Exception {
    SlowClients.Kind kind = (SlowClients.Kind) kinds().get(4).get()[1];
    try (SlowClients slow = new SlowClients(server().baseUrl(), kind, 8)) {
      String padding = " ".repeat(300_000);
      Client.Answer answer =
          server()
              .as(Person.DALE_JIMENEZ)
              .post(
                  "/api/v1/learning/events",
                  "{\"eventId\":\"large\",\"name\":\"a.b\"" + padding + "}");
      assertEquals(200, answer.status(), answer::toString);
    }
  }

  /** Latencies in milliseconds, from when each request should have been sent. */
  private static List<Double> measure(int seconds) throws Exception {
    Client client = server().as(Person.DALE_JIMENEZ);
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
    Collections.sort(millis);
    return millis;
  }

  private static double latency(Client client, long due) {
    Client.Answer answer = client.get("/api/v1/learning/events?limit=5");
    assertEquals(200, answer.status(), answer::toString);
    return (System.nanoTime() - due) / 1e6;
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static Arguments kind(
      String name, String head, int burst, boolean sends, int receiveBuffer) {
    return Arguments.of(name, new SlowClients.Kind(head, burst, sends, receiveBuffer));
  }
}
