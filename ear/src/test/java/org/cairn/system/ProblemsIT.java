package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever refuses, the container, RESTEasy or Cairn, answers a problem of RFC 9457. */
class ProblemsIT extends SystemTest {

  private static final String EVENTS = "/api/v1/learning/events";
  private static final String JSON = "application/json";

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("no token", 401, c -> server().asNobody().get(EVENTS)),
        refusal("no such token", 401, c -> server().withToken("a.b.c").get(EVENTS)),
        refusal("altered token", 401, c -> server().withToken(altered()).get(EVENTS)),
        refusal("another role's", 403, c -> c.get("/api/v1/admin/tenants")),
        refusal("no such path", 404, c -> c.get("/api/v1/nothing")),
        refusal("no such page", 404, c -> server().asNobody().get("/nothing")),
        refusal("no such track", 404, c -> c.get("/api/v1/learning/onboarding/tracks/x/progress")),
        refusal("no such method", 405, c -> c.delete(EVENTS)),
        refusal("no such answer", 406, c -> c.send(EVENTS, r -> r.header("Accept", "text/html"))),
        refusal("too large", 413, c -> c.post(EVENTS, JSON, new byte[1_048_577])),
        refusal("too large unannounced", 413, c -> c.send(EVENTS, r -> chunked(r))),
        refusal("no JSON type", 415, c -> c.post(EVENTS, "text/plain", new byte[1])),
        refusal(
            "compressed",
            415,
            c ->
                c.send(
                    EVENTS,
                    r ->
                        r.header("Content-Encoding", "gzip")
                            .header("Content-Type", JSON)
                            .POST(BodyPublishers.ofByteArray(new byte[10])))),
        refusal("no JSON", 400, c -> c.post(EVENTS, "{\"eventId\":")),
        refusal("nothing", 400, c -> c.post(EVENTS, "")),
        refusal("a list", 400, c -> c.post(EVENTS, "[]")),
        refusal("two values", 400, c -> c.post(EVENTS, "{\"eventId\":\"1\",\"name\":\"a.b\"}{}")),
        refusal("deep", 400, c -> c.post(EVENTS, "{\"payload\":" + "[".repeat(100_000))),
        refusal("no number", 400, c -> c.get(EVENTS + "?limit=many")),
        refusal("out of range", 400, c -> c.get(EVENTS + "?limit=501")),
        refusal("no cursor", 400, c -> c.get(EVENTS + "?since=!")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void isAProblemDocument(String name, int status, Function<Client, Client.Answer> request) {
    Client.Answer answer = request.apply(server().as(Person.DALE_JIMENEZ));
    assertEquals(status, answer.status(), answer::toString);
    assertEquals(
        "application/problem+json",
        answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
    assertEquals(status, answer.body().path("status").asInt());
    assertTrue(answer.body().path("type").asText().startsWith("urn:cairn:problem:"));
    assertTrue(answer.body().path("instance").asText().startsWith("urn:cairn:request:"));
    assertEquals(
        "urn:cairn:request:" + answer.headers().firstValue("X-Request-Id").orElse(""),
        answer.body().path("instance").asText());
    for (String inside : Arrays.asList("Exception", "org.", "java.", "RESTEASY", "WFLY")) {
      assertFalse(answer.text().contains(inside), answer::toString);
    }
  }

  private static java.net.http.HttpRequest.Builder chunked(java.net.http.HttpRequest.Builder r) {
    byte[] large = new byte[1_100_000];
    Arrays.fill(large, (byte) ' ');
    return r.header("Content-Type", JSON)
        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
  }

  private static String altered() {
    String[] parts = server().tokenOf(Person.DALE_JIMENEZ).split("\\.", -1);
    String claims =
        new String(
                java.util.Base64.getUrlDecoder().decode(parts[1]),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"grand-bend\"", "\"lakeside\"");
    String changed =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return parts[0] + "." + changed + "." + parts[2];
  }

  private static Arguments refusal(
      String name, int status, Function<Client, Client.Answer> request) {
    return Arguments.of(name, status, request);
  }
}
