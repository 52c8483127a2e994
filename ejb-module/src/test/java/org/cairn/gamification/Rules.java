package org.cairn.gamification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairn.definitions.DefinitionFiles;

/** The rules that ship, and variants of them. */
final class Rules {

  static final RuleSet SHARED = RuleReader.read("shared-1", spec());
  static final RuleBook BOOK = book(SHARED);

  private Rules() {}

  /** The deployer's folder; beside the module where a test is started by hand. */
  static Path config() {
    return Path.of(System.getProperty("cairn.config", "../config"));
  }

  static JsonNode spec() {
    DefinitionFiles.Found found =
        new DefinitionFiles(config().resolve(RuleAlignment.FOLDER), RuleAlignment.SCHEMA).read();
    if (!found.refused().isEmpty()) {
      throw new IllegalStateException(found.refused().toString());
    }
    return found.files().get(0).spec();
  }

  static RuleBook withDailyCap(int cap) {
    ObjectNode capped = spec().deepCopy();
    ((ObjectNode) capped.get("xp")).put("dailyCap", cap);
    return book(RuleReader.read("shared-1", capped));
  }

  private static RuleBook book(RuleSet rules) {
    return new RuleBook(
        Map.of(rules.version(), rules),
        List.of(new RuleBook.Start(false, Instant.EPOCH, rules.version())));
  }
}
