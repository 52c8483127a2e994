package org.cairn.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server must know; each is a system property, or an environment variable of the same name
 * in capitals.
 */
public record ServerSettings(Database database, String issuer, Path config) {

  private static final String CALLERS_BUDGET = "cairn.limits.caller.per-minute";

  /** As environment variables: other people of this machine cannot read them. */
  Map<String, String> environment() {
    return properties().entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> setting.getKey().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }

  /** As a properties file. */
  public String text() {
    return properties().entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private Map<String, String> properties() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cairn.db.url", database.url());
    settings.put("cairn.db.user", database.app().user());
    settings.put("cairn.db.password", database.app().password());
    settings.put("cairn.oidc.issuer", issuer);
    settings.put("cairn.config", config.toString());
    settings.put(CALLERS_BUDGET, budget());
    return settings;
  }

  /** On one machine a few sample people carry the load of all. */
  private static String budget() {
    String chosen = System.getenv("CAIRN_LIMITS_CALLER_PER_MINUTE");
    return chosen == null ? "600000" : chosen;
  }
}
