package org.cairn.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cairn.onboarding.AlignedTracks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The shared tracks are in the database as the files define them. */
@Readiness
@Startup
@ApplicationScoped
public class TracksReady implements HealthCheck {

  @Inject private AlignedTracks tracks;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("tracks").status(tracks.isAligned()).build();
  }
}
