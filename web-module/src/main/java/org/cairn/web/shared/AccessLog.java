package org.cairn.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.caller.Caller;
import org.cairn.shared.Setting;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One line for each request: what was asked, how it ended, how long it took, who asked. Ids only:
 * no query, header or body, and of the address only what {@link PlainPath} lets pass. The parts
 * stand in the context of the line, too, so that the JSON format has them as fields.
 */
@ApplicationScoped
public class AccessLog {

  private static final Logger LOG = Logger.getLogger("org.cairn.access-log");

  private final boolean on = Boolean.parseBoolean(Setting.of("cairn.log.access", "true"));

  void write(Visit visit) {
    if (!on || visit.path().startsWith("/health/") || !LOG.isLoggable(Level.INFO)) {
      return;
    }
    Map<String, String> fields = fields(visit);
    fields.forEach(MDC::put);
    try {
      LOG.info(() -> String.join(" ", fields.values()));
    } finally {
      fields.keySet().forEach(MDC::remove);
    }
  }

  private static Map<String, String> fields(Visit visit) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("method", visit.method());
    fields.put("path", PlainPath.of(visit.path(), visit.route()));
    fields.put("status", String.valueOf(visit.status()));
    fields.put("durationMs", String.valueOf(TimeUnit.NANOSECONDS.toMillis(visit.nanos())));
    fields.put("route", visit.route());
    @Nullable Caller caller = visit.caller();
    if (caller != null) {
      fields.put("tenant", caller.tenant());
      fields.put("caller", caller.subject());
    }
    ProblemDocument problem = visit.problem();
    if (problem != null) {
      fields.put("problem", problem.code());
    }
    return fields;
  }
}
