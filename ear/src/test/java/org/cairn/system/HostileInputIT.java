package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cairn.shared.Cursor;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document, those of tomorrow included, with what breaks parsers:
 * never a 5xx, never a look inside, nothing stored.
 */
class HostileInputIT extends SystemTest {

  private static final String JSON = "application/json";
  private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    BODIES.put("nothing", "");
    BODIES.put("no JSON", "<xml/>");
    BODIES.put("half", "{\"a\":");
    BODIES.put("deep lists", "[".repeat(100_000));
    BODIES.put("deep objects", "{\"a\":".repeat(50_000));
    BODIES.put("unknown field", "{\"noSuchField\":1}");
    BODIES.put("many unknown fields", manyFields());
    BODIES.put("twice", "{\"name\":\"a\",\"name\":\"b\",\"name\":{}}");
    BODIES.put("two values", "{}{}");
    BODIES.put("long text", "{\"name\":\"" + "x".repeat(900_000) + "\"}");
    BODIES.put("long number", "{\"name\":" + "9".repeat(900_000) + "}");
    BODIES.put("huge exponent", "{\"name\":1e9999999999,\"payload\":{\"n\":1e9999999999}}");
    BODIES.put("NaN", "{\"name\":NaN}");
    BODIES.put("NUL", "{\"name\":\"a\\u0000b\",\"payload\":{\"n\":\"\\u0000\"}}");
    BODIES.put("raw NUL", "{\"name\":\"a\u0000b\"}");
    BODIES.put("lone surrogate", "{\"name\":\"a\\ud800b\",\"eventId\":\"\\udc00\"}");
    BODIES.put("a list", "[[],[{}],[null]]");
    BODIES.put("text", "\"text\"");
    BODIES.put("null", "null");
    BODIES.put("lists in lists", "{\"events\":[[[{}]]],\"items\":[null,[],{}]}");
    BODIES.put("years", "{\"occurredAt\":\"+999999999-12-31T23:59:59Z\",\"from\":\"-9999-01-01\"}");
    BODIES.put("comments", "/* a */ {} // b");
  }

  private static final List<String> TEXTS =
      List.of(
          "%27%20or%201=1--",
          "%F0%9F%98%80",
          "-1",
          "99999999999999999999",
          "null",
          "..%20..",
          "%EF%BF%BE",
          "1e999",
          "x".repeat(4_000),
          "AAAA",
          "MDAwMA",
          "%2B999999999-12-31T23:59:59Z",
          Cursor.of("+999999999-12-31T23:59:59Z " + NOBODYS),
          NOBODYS,
          "%7B%7D",
          "%25%73");

  /** An operation, and a caller who has a role for it where anybody here has. */
  private record Operation(String method, String path, JsonNode described, Client caller) {

    boolean takesJson() {
      return described.path("requestBody").path("content").has(JSON);
    }

    String name() {
      return method + " " + path;
    }

    String pathWith(String value) {
      return path.replaceAll("\\{[^}]+}", value);
    }
  }

  @Test
  void badBodiesAreRefused() throws SQLException {
    List<Operation> operations = operations().stream().filter(Operation::takesJson).toList();
    assertTrue(operations.size() >= 4, operations::toString);
    Map<String, Long> before = rows();
    for (Operation operation : operations) {
      String path = operation.pathWith(NOBODYS);
      BODIES.forEach(
          (what, body) ->
              assertRefused(
                  operation.name() + " with " + what,
                  send(operation, path, JSON, body.getBytes(StandardCharsets.UTF_8))));
    }
    assertEquals(before, rows());
  }

  @Test
  void otherMediaTypesAndEncodingsAreRefused() throws SQLException {
    List<Operation> operations = operations().stream().filter(Operation::takesJson).toList();
    Map<String, Long> before = rows();
    for (Operation operation : operations) {
      String path = operation.pathWith(NOBODYS);
      byte[] body = "{}".getBytes(StandardCharsets.UTF_16);
      for (String type :
          List.of(
              "text/plain",
              "multipart/form-data; boundary=x",
              "application/json;charset=utf-16",
              "application/json;charset=nonsense",
              "application/x-www-form-urlencoded")) {
        Client.Answer answer = send(operation, path, type, body);
        assertRefused(operation.name() + " as " + type, answer);
        assertTrue(List.of(403, 404, 415).contains(answer.status()), answer::toString);
      }
      for (String encoding : List.of("gzip", "deflate", "br", "zstd", "identity, gzip")) {
        Client.Answer answer =
            operation
                .caller()
                .send(
                    path,
                    request ->
                        request
                            .header("Content-Type", JSON)
                            .header("Content-Encoding", encoding)
                            .method(operation.method(), BodyPublishers.ofByteArray(body)));
        assertEquals(415, answer.status(), () -> operation.name() + ": " + answer);
        assertRefused(operation.name(), answer);
      }
    }
    assertEquals(before, rows());
  }

  @Test
  void badPathsAndParametersAreNeverOurFault() throws SQLException {
    List<Operation> readers =
        operations().stream().filter(operation -> operation.method().equals("GET")).toList();
    assertTrue(readers.size() >= 10, readers::toString);
    for (Operation operation : readers) {
      for (String text : TEXTS) {
        assertHarmless(operation, operation.pathWith(text));
        for (JsonNode parameter : operation.described().path("parameters")) {
          if (parameter.path("in").asText().equals("query")) {
            String query = "?" + parameter.path("name").asText() + "=";
            assertHarmless(operation, operation.pathWith("me") + query + text);
            assertHarmless(operation, operation.pathWith(NOBODYS) + query + text + "&" + query);
          }
        }
      }
    }
  }

  private static void assertHarmless(Operation operation, String path) {
    Client.Answer answer = operation.caller().get(path);
    Supplier<String> told = () -> path + ": " + answer;
    assertTrue(answer.status() < 500, told);
    if (answer.status() >= 400) {
      assertRefused(path, answer);
    }
  }

  private static void assertRefused(String what, Client.Answer answer) {
    Supplier<String> told = () -> what + ": " + answer;
    assertTrue(answer.status() >= 400 && answer.status() < 500, told);
    assertTrue(answer.text().length() < 20_000, told);
    assertEquals(
        "application/problem+json",
        answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""),
        told);
    for (String inside : List.of("Exception", "org.", "java.", "RESTEASY", "WFLY", "select ")) {
      assertFalse(answer.text().contains(inside), told);
    }
  }

  private static Client.Answer send(Operation operation, String path, String type, byte[] body) {
    return operation
        .caller()
        .send(
            path,
            request ->
                request
                    .header("Content-Type", type)
                    .method(operation.method(), BodyPublishers.ofByteArray(body)));
  }

  private static List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    JsonNode paths = server().asNobody().get("/openapi?format=JSON").body().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            found.add(
                                operation(method.getKey(), path.getKey(), method.getValue()))));
    return found;
  }

  private static Operation operation(String method, String path, JsonNode described) {
    String name = method.toUpperCase(Locale.ROOT);
    Client caller =
        Stream.of(
                server().as(Person.DALE_JIMENEZ),
                server().as(Person.DAVID_WILSON),
                server().asSystemOf("grand-bend"),
                server().as(Person.OLGA_OPERATOR),
                server().as(Person.EARNEST_BUCK),
                server().as(Person.KURT_MCCARTHY),
                server().as(Person.EFRAIN_RODRIGUEZ),
                server().as(Person.GABRIELLE_JIMENEZ))
            .filter(client -> mayCall(client, name, path))
            .findFirst()
            .orElse(server().as(Person.DAVID_WILSON));
    return new Operation(name, path, described, caller);
  }

  /** Asked with what no operation takes, so that nothing is done by asking. */
  private static boolean mayCall(Client client, String method, String path) {
    Client.Answer answer =
        client.send(
            path.replaceAll("\\{[^}]+}", NOBODYS),
            request ->
                request
                    .header("Content-Type", JSON)
                    .method(
                        method,
                        method.equals("GET")
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString("{\"noSuchField\":1}")));
    return answer.status() != 403;
  }

  /** How many rows every table of the application has; of jobs, those that somebody asked for. */
  private static Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection all = server().superuser();
        Statement statement = all.createStatement()) {
      List<String> tables = new ArrayList<>();
      // Who was refused what is written down by the audit; figures follow the log every minute.
      String named =
          "select tablename from pg_tables where schemaname = 'cairn'"
              + " and tablename not like 'audit%' and tablename not like 'analytics%'"
              + " and tablename <> 'job_step' order by 1";
      try (ResultSet names = statement.executeQuery(named)) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        String asked = table.equals("job_run") ? " where cause = 'REQUEST'" : "";
        try (ResultSet count =
            statement.executeQuery("select count(*) from cairn." + table + asked)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }

  private static String manyFields() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 60_000; i++) {
      body.append("\"field").append(i).append("\":1,");
    }
    return body.append("\"last\":1}").toString();
  }
}
