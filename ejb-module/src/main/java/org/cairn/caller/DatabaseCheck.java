package org.cairn.caller;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Tells whether the database answers, and to a role that row-level security binds. */
@Singleton
public class DatabaseCheck {

  private static final SqlText ROLE_IS_BOUND =
      SqlText.of(
          """
          select not (rolsuper or rolbypassrls) as bound
          from pg_roles where rolname = current_user
          """);

  @Inject private TenantSql sql;

  /**
   * Whether row-level security binds the application's role.
   *
   * @throws RuntimeException when the database does not answer
   */
  @Transactional
  public boolean isBoundByRowLevelSecurity() {
    try (Callers.Binding job = Callers.bind(Caller.job(Tenants.SHARED, "readiness"))) {
      return sql.with(ROLE_IS_BOUND).first(row -> row.getBoolean("bound")).orElse(false);
    }
  }
}
