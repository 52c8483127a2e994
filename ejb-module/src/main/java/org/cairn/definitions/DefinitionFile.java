package org.cairn.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A file of definitions that its JSON Schema has found valid.
 *
 * @param name without its folder
 * @param spec the YAML document as JSON
 * @param lines where each part of the document begins, by JSON Pointer
 */
public record DefinitionFile(String name, JsonNode spec, Map<String, Integer> lines) {

  /** One line for whoever mends the file: file, line, place, reason. */
  public String fault(String pointer, String reason) {
    return name + ":" + lineOf(pointer) + ": " + pointer + ": " + reason;
  }

  /** The line where a part begins, or the nearest one around it. */
  public int lineOf(String pointer) {
    String part = pointer;
    while (!lines.containsKey(part) && !part.isEmpty()) {
      part = part.substring(0, part.lastIndexOf('/'));
    }
    return lines.getOrDefault(part, 1);
  }
}
