package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as attackers speak it: refused, by the server bare or by Cairn as a problem. */
class MalformedHttpIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String EVENT = "{\"eventId\":\"smuggled\",\"name\":\"a.b\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Content-Length: 5\r\nContent-Length: 37",
        "Content-Length: 37\r\nContent-Length: 37",
        "Content-Length: -1",
        "Content-Length: 1x",
        "Content-Length: 0x10",
        "Content-Length: 999999999999",
        "Content-Length: 99999999999999999999999",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"
      })
  void aBodyOfDoubtfulLengthIsRefusedAndNothingIsStored(String length) throws Exception {
    String headers = JSON + length + "\r\n";
    RawHttp.Answer answer = RawHttp.send(request("POST", EVENTS, headers, EVENT));
    assertTrue(answer.status() == 400 || answer.status() == 0, answer::text);
    assertTrue(answer.isBare() || answer.isProblem(), answer::text);
    assertTrue(answer.text().split("HTTP/1.1 ", -1).length <= 2, "one request, one answer");
    assertNothingIsStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz\r\n\r\n", "-5\r\nabc\r\n0\r\n\r\n", "ffffffffffffffff\r\nabc\r\n0\r\n\r\n"})
  void brokenChunksAreRefusedAndNothingIsStored(String chunks) throws Exception {
    String headers = JSON + "Transfer-Encoding: chunked\r\n";
    RawHttp.Answer answer = RawHttp.send(request("POST", EVENTS, headers, chunks));
    assertTrue(answer.status() == 400 || answer.status() == 0, answer::text);
    assertTrue(answer.isBare() || answer.isProblem(), answer::text);
    assertNothingIsStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/learning/events?x=LONG9",
        "/api/v1/learning/events%00",
        "/api/v1/learning/events;x=1",
        "/api/v1//learning/events",
        "/api/v1/learning/events?since=%C0%80",
        "/api/v1/learning/events?since=%00",
        "/api/v1/learning/events?since=%ED%A0%80",
        "/api/v1/learning/x/../events",
        "/api/v1/learning/%2e%2e/learning/events"
      })
  void anAddressWithASecondSpellingIsAProblem(String path) {
    RawHttp.Answer answer =
        RawHttp.send(request("GET", path.replace("LONG9", "a".repeat(9_000)), "", ""));
    assertEquals(400, answer.status(), answer::text);
    assertTrue(answer.isProblem(), answer::text);
    assertTrue(answer.text().contains("\"errors\":[{\"field\":"), answer::text);
  }

  @Test
  void beyondItsOwnLimitsTheServerAnswersBare() {
    StringBuilder headers = new StringBuilder();
    StringBuilder parameters = new StringBuilder("?x=1");
    for (int i = 0; i < 300; i++) {
      headers.append("X-").append(i).append(": 1\r\n");
      parameters.append("&p").append(i).append("=1");
    }
    assertBare(request("GET", EVENTS + "?x=" + "a".repeat(100_000), "", ""));
    assertBare(request("GET", EVENTS + parameters, "", ""));
    assertBare(request("GET", EVENTS, headers.toString(), ""));
    assertBare(request("GET", EVENTS, "X: " + "a".repeat(200_000) + "\r\n", ""));
    assertBare(request("GET", EVENTS + "?limit=%zz", "", ""));
    assertBare("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertBare("GET /health/live HTTP/3.7\r\nHost: x\r\n\r\n");
    assertBare("\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n");
  }

  @Test
  void cookiesAreNotEvenCounted() {
    String cookies = "Cookie: " + "c=1; ".repeat(3_000) + "\r\n";
    assertEquals(200, RawHttp.send(request("GET", EVENTS, cookies, "")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PATCH", "MADEUP", "get", "post"})
  void methodsThatAreNotOfferedAreRefused(String method) {
    RawHttp.Answer answer = RawHttp.send(request(method, EVENTS, "", ""));
    assertEquals(405, answer.status(), answer::text);
    assertTrue(answer.isBare() || answer.isProblem(), answer::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-Match: garbage\"",
        "If-None-Match: W/\"",
        "If-Modified-Since: yesterday",
        "Accept: ;;;/q=x",
        "Accept-Language: ;;;q=9,*-*",
        "Range: bytes=9-1,x-",
        "X-Forwarded-For: '\"><",
        "Expect: the unexpected",
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"
      })
  void garbageInHeadersIsIgnoredOrRefused(String header) {
    for (String path : new String[] {EVENTS, "/openapi", "/health/live", "/api/docs/"}) {
      RawHttp.Answer answer = RawHttp.send(request("GET", path, header + "\r\n", ""));
      assertTrue(answer.status() >= 200 && answer.status() < 500, path + ": " + answer.text());
    }
  }

  private static String request(String method, String path, String headers, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Authorization: Bearer "
        + server().tokenOf(Person.DALE_JIMENEZ)
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static void assertBare(String request) {
    RawHttp.Answer answer = RawHttp.send(request);
    assertTrue(answer.status() == 400 || answer.status() == 0, answer::text);
    assertTrue(answer.isBare(), answer::text);
    assertFalse(answer.text().contains("Undertow"), answer::text);
  }

  private static void assertNothingIsStored() throws Exception {
    String stored = "select count(*) from learning_event where event_id = 'smuggled'";
    assertEquals(0, TestSql.numberAs("grand-bend", stored));
  }
}
