package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairn.system.Client;
import org.junit.jupiter.api.Test;

/** The attacked server logs as collectors want it: one JSON object a line. */
class JsonLogIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LOOKS = 200;
  private static final String PATH = "/api/v1/learners/0198c2a4-0000-7000-8000-000000000000";

  @Test
  void aRequestIsOneObjectWithItsIdAndNothingOfItsQuery() throws Exception {
    AttackedCairn cairn = AttackedCairn.shipped();
    Person stranger = new Person("stranger to the log", "nowhere", "nobody", "teacher");
    Client.Answer answer = cairn.as(stranger).get(PATH + "/profile?name=Mary%20Doe");
    assertEquals(403, answer.status(), answer::toString);

    JsonNode line = accessLine(answer.headers().firstValue("X-Request-Id").orElseThrow());

    assertEquals("GET", line.at("/mdc/method").asText());
    // What came to no operation is not told: anything may stand in it.
    assertEquals("unmatched", line.at("/mdc/path").asText());
    assertEquals("403", line.at("/mdc/status").asText());
    assertEquals("cairn", line.path("service").asText());
    assertTrue(line.path("time").asText().matches("\\d{4}-\\d\\d-\\d\\dT.*"), line::toString);
    assertFalse(line.toString().contains("Mary"), line::toString);
  }

  @Test
  void everyLineAfterTheFirstObjectIsAnObject() throws IOException {
    AttackedCairn.shipped();
    List<String> texts = new ArrayList<>();
    boolean json = false;
    for (String line : lines()) {
      json |= line.startsWith("{");
      if (json && !isObject(line)) {
        texts.add(line);
      }
    }
    assertTrue(json, "no line is an object");
    assertEquals(List.of(), texts);
  }

  /** The line may come a moment after the answer. */
  private static JsonNode accessLine(String requestId) throws Exception {
    for (int look = 0; look < LOOKS; look++) {
      for (String line : lines()) {
        if (line.contains(requestId) && line.contains("org.cairn.access-log")) {
          return JSON.readTree(line);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no line of the access log has the request's id");
  }

  private static List<String> lines() throws IOException {
    String text = Files.readString(AttackedCairn.home("shipped").log("server"));
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static boolean isObject(String line) {
    try {
      return JSON.readTree(line).isObject();
    } catch (JsonProcessingException text) {
      return false;
    }
  }
}
