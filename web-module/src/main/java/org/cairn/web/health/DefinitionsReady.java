package org.cairn.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cairn.definitions.AlignedDefinitions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The shared definitions are in the database as the files define them. */
@Readiness
@Startup
@ApplicationScoped
public class DefinitionsReady implements HealthCheck {

  @Inject private AlignedDefinitions definitions;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("definitions").status(definitions.isAligned()).build();
  }
}
