package org.cairn.caller;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers, and to a role that row-level security binds. */
@Readiness
@Singleton
class DatabaseReady implements HealthCheck {

  private static final SqlText ROLE_IS_BOUND =
      SqlText.of(
          """
          select not (rolsuper or rolbypassrls) as bound
          from pg_roles where rolname = current_user
          """);

  @Inject private TenantSql sql;

  @Override
  @Transactional
  public HealthCheckResponse call() {
    try (Callers.Binding job = Callers.bind(Caller.job(Tenants.SHARED, "readiness"))) {
      boolean bound = sql.with(ROLE_IS_BOUND).first(row -> row.getBoolean("bound")).orElse(false);
      return HealthCheckResponse.named("database")
          .status(bound)
          .withData("rowLevelSecurity", bound ? "enforced" : "bypassed by this role")
          .build();
    }
  }
}
