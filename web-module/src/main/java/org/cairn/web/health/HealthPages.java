package org.cairn.web.health;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.web.shared.Json;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Answers {@code /health/live}, {@code /health/ready} and {@code /health/started} as MicroProfile
 * Health 4.0 defines them.
 *
 * <p>WildFly's own page on the management port tells of the server and its deployments, but looks
 * for checks only where it cannot see those of an EAR's parts.
 */
@WebServlet("/health/*")
public class HealthPages extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(HealthPages.class.getName());

  @Inject @Liveness private transient Instance<HealthCheck> live;
  @Inject @Readiness private transient Instance<HealthCheck> ready;
  @Inject @Startup private transient Instance<HealthCheck> started;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Instance<HealthCheck>> pages =
        Map.of("/live", live, "/ready", ready, "/started", started);
    Instance<HealthCheck> checks = pages.get(String.valueOf(request.getPathInfo()));
    if (checks == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    List<HealthCheckResponse> results = new ArrayList<>();
    checks.forEach(check -> results.add(call(check)));
    boolean up = results.stream().allMatch(result -> result.getStatus() == Status.UP);
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    try (JsonGenerator json = Json.FACTORY.createGenerator(response.getOutputStream())) {
      write(json, up, results);
    }
  }

  private static HealthCheckResponse call(HealthCheck check) {
    try {
      return check.call();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A health check failed", e);
      return HealthCheckResponse.down(check.getClass().getSimpleName().replaceAll("\\$.*", ""));
    }
  }

  private static void write(JsonGenerator json, boolean up, List<HealthCheckResponse> results)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("status", up ? "UP" : "DOWN");
    json.writeArrayFieldStart("checks");
    for (HealthCheckResponse result : results) {
      json.writeStartObject();
      json.writeStringField("name", result.getName());
      json.writeStringField("status", result.getStatus().name());
      if (result.getData().isPresent()) {
        json.writeObjectFieldStart("data");
        for (Map.Entry<String, Object> datum : result.getData().get().entrySet()) {
          json.writeStringField(datum.getKey(), String.valueOf(datum.getValue()));
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
