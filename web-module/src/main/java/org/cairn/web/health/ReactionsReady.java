package org.cairn.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cairn.shared.Reactions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reactions are wired; a deployment that would lose one does not come this far. */
@Readiness
@ApplicationScoped
public class ReactionsReady implements HealthCheck {

  @Inject private Reactions reactions;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("reactions")
        .status(reactions.wired() > 0)
        .withData("wired", reactions.wired())
        .build();
  }
}
