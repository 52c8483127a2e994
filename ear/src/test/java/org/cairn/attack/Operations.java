package org.cairn.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;

/** The operations that the server describes, each with its line of {@code operations.txt}. */
final class Operations {

  private static final String DECLARATIONS = "/attack/operations.txt";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private Operations() {}

  /** All of them; fails where the document and the declarations do not agree. */
  static List<Operation> of(JsonNode document) {
    Map<String, String[]> declared = declared();
    List<Operation> operations = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            String id = entry.getValue().path("operationId").asText();
                            String[] line = declared.remove(id);
                            if (line == null) {
                              missing.add(entry.getKey() + " " + path.getKey() + " (" + id + ")");
                            } else {
                              operations.add(
                                  operation(path.getKey(), entry.getKey(), entry.getValue(), line));
                            }
                          }
                        }));
    Assertions.assertTrue(missing.isEmpty(), () -> undeclared(missing));
    Assertions.assertTrue(
        declared.isEmpty(),
        () -> DECLARATIONS + " has operations that are no more: " + declared.keySet());
    return operations;
  }

  private static String undeclared(Set<String> missing) {
    return "Who may call these is not declared; add to ear/src/test/resources"
        + DECLARATIONS
        + " for each a line `operationId | about | roles`, as its head says:\n  "
        + String.join("\n  ", missing);
  }

  private static Operation operation(String path, String method, JsonNode node, String[] line) {
    List<String> queries = new ArrayList<>();
    node.path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asText().equals("query")) {
                queries.add(parameter.path("name").asText());
              }
            });
    JsonNode content = node.path("requestBody").path("content");
    return new Operation(
        line[0],
        method.toUpperCase(Locale.ROOT),
        path,
        queries,
        content.isEmpty() ? null : content.fieldNames().next(),
        Operation.About.of(line[1]),
        Set.of(line[2].split(" +", -1)),
        parameters(line.length > 3 ? line[3] : ""),
        line.length > 4 ? line[4] : null);
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : text.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], parts[1]);
      }
    }
    return parameters;
  }

  private static Map<String, String[]> declared() {
    try (InputStream file = Operations.class.getResourceAsStream(DECLARATIONS)) {
      Map<String, String[]> declared = new LinkedHashMap<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.strip().split(" *\\| *", 5);
          Assertions.assertTrue(parts.length >= 3, () -> "Not three parts: " + line);
          Assertions.assertNull(declared.put(parts[0], parts), () -> "Declared twice: " + line);
        }
      }
      return declared;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
