package org.cairn.onboarding;

import jakarta.ejb.EJB;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The shared tracks are in the database as the files define them. */
@Readiness
@Startup
@Singleton
class TracksReady implements HealthCheck {

  @EJB private TrackDeployment deployment;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("tracks").status(deployment.isAligned()).build();
  }
}
