package org.cairn.caller;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The stores' way to the database: entities and native SQL on the transaction's one connection, for
 * the caller's tenant.
 */
@Singleton
public class TenantSql {

  @PersistenceContext private EntityManager entityManager;

  /** For the container, which injects. */
  @SuppressWarnings("NullAway.Init")
  TenantSql() {}

  /** For tests, which have no container. */
  public TenantSql(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * The entity manager of this transaction.
   *
   * @throws IllegalStateException without a caller, without a transaction, or when the transaction
   *     began for another tenant
   */
  public EntityManager entities() {
    session();
    return entityManager;
  }

  /** A native statement, ready to take its parameters. */
  public SqlCall with(SqlText text) {
    return new SqlCall(session(), text).set("tenant", Callers.current().tenant());
  }

  private Session session() {
    String tenant = Callers.current().tenant();
    if (!entityManager.isJoinedToTransaction()) {
      throw new IllegalStateException("A store was called without a transaction");
    }
    Session session = entityManager.unwrap(Session.class);
    @Nullable Object began = session.getTenantIdentifierValue();
    if (!tenant.equals(began)) {
      throw new IllegalStateException("The tenant was changed inside a transaction");
    }
    return session;
  }
}
