package org.cairn.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cairn.caller.DatabaseCheck;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers, and to a role that row-level security binds. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  @Inject private DatabaseCheck database;

  @Override
  public HealthCheckResponse call() {
    boolean bound = database.isBoundByRowLevelSecurity();
    return HealthCheckResponse.named("database")
        .status(bound)
        .withData("rowLevelSecurity", bound ? "enforced" : "bypassed by this role")
        .build();
  }
}
