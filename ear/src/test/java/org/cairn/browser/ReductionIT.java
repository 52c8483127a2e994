package org.cairn.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The browser's reducer, by the cases that the server's passes, too. */
class ReductionIT extends BrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answers the names of the cases that come to something else, in one of so many orders. */
  private static final String FAILURES =
      """
      async ([file, orders]) => {
        const { reduce, canonical } = await import("/progress-sync/index.js");
        let seed = 1;
        const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
        const mixed = (events) =>
          events.map((event) => [random(), event]).sort(([a], [b]) => a - b).map(([, event]) => event);
        const fails = ({ events, calendar, effectiveAt, snapshot, canonical: text }) => {
          for (let i = 0; i < orders; i++) {
            const some = i === 0 ? events : mixed([...events, ...mixed(events).slice(0, i % 3)]);
            if (canonical(reduce(some, calendar, effectiveAt)) !== (text ?? canonical(snapshot))) {
              return true;
            }
          }
          return false;
        };
        return JSON.parse(file).filter(fails).map((each) => each.name);
      }
      """;

  @Test
  void passesTheServersCasesInAnyOrderAndWithRepetitions() throws IOException {
    Tab tab = device().open();
    List<Object> failures = new ArrayList<>();
    int cases = 0;
    for (Path file : files()) {
      String text = Files.readString(file);
      cases += JSON.readTree(text).size();
      failures.addAll((List<?>) tab.page().evaluate(FAILURES, List.of(text, 50)));
    }
    assertEquals(List.of(), failures);
    assertTrue(cases >= 60, "only " + cases + " cases");
  }

  @Test
  void aWrongExpectationWouldBeFound() throws IOException {
    JsonNode cases = JSON.readTree(Files.readString(files().get(0)));
    ((ObjectNode) cases.get(0).path("snapshot")).put("activePath", "elsewhere");
    Object failures =
        device().open().page().evaluate(FAILURES, List.of(JSON.writeValueAsString(cases), 1));
    assertEquals(List.of(cases.get(0).path("name").asText()), failures);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(server().home().config().resolve("progress/reduction"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
