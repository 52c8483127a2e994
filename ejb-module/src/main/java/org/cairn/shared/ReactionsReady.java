package org.cairn.shared;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many reactions are wired; a deployment that lost one does not come this far. */
@Readiness
@Singleton
class ReactionsReady implements HealthCheck {

  private final Reactions reactions;

  @Inject
  ReactionsReady(BeanManager beans) {
    reactions = beans.getExtension(Reactions.class);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("reactions")
        .status(reactions.wired() > 0)
        .withData("wired", reactions.wired())
        .build();
  }
}
