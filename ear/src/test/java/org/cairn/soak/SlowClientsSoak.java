package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What 200 slow connections leave of the others' latency, at a fixed rate of arrival. */
@Soak
class SlowClientsSoak extends SystemTest {

  private static final int CONNECTIONS = 200;

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
  void leaveTheOthersAlone(String name, SlowClients.Kind kind, SoakRun run) throws Exception {
    Latencies before = Latencies.ofOthers();
    try (SlowClients slow = new SlowClients(server().baseUrl(), kind, CONNECTIONS)) {
      Latencies under = Latencies.ofOthers();
      run.figure(name, before.beside(under) + ", hung up on " + slow.hungUp());
      assertTrue(before.allow(under), name);
    }
  }

  /**
   * The same by a tool that others trust: slowhttptest, a package of Debian's. Where it is not
   * installed, nothing is said of it.
   */
  @ParameterizedTest(name = "slowhttptest {0}")
  @ValueSource(strings = {"-H", "-B", "-X"})
  void leaveTheOthersAloneWhenSlowhttptestMakesThem(String mode, SoakRun run) throws Exception {
    assumeTrue(SlowHttpTest.isInstalled(), "slowhttptest is not installed");
    Latencies before = Latencies.ofOthers();
    try (SlowHttpTest slow = new SlowHttpTest(mode, server().baseUrl() + "/api/docs/docs.js")) {
      Thread.sleep(2000);
      assertTrue(slow.isAttacking(), "the tool could not begin");
      Latencies under = Latencies.ofOthers();
      String end = slow.isAttacking() ? "" : ", hung up on all";
      run.figure("slowhttptest " + mode, before.beside(under) + end);
      assertTrue(before.allow(under), mode);
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

  private static Arguments kind(
      String name, String head, int burst, boolean sends, int receiveBuffer) {
    return Arguments.of(name, new SlowClients.Kind(head, burst, sends, receiveBuffer));
  }
}
