package org.cairn.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.shared.TestDatabase;
import org.junit.jupiter.api.Test;

class TenantSqlStoreIT {

  private static final SqlText TENANT_OF_ROW_SECURITY = SqlText.of("select current_tenant()");

  @Test
  void theDatabaseKnowsTheCallersTenant() {
    String tenant = TestDatabase.newTenant();
    assertEquals(
        tenant,
        TestDatabase.inTenant(
            tenant,
            sql -> sql.with(TENANT_OF_ROW_SECURITY).first(row -> row.getString(1)).orElseThrow()));
  }

  @Test
  void aStoreWithoutACallerThrows() {
    AtomicReference<TenantSql> kept = new AtomicReference<>();
    TestDatabase.inTenant(
        TestDatabase.newTenant(),
        sql -> {
          kept.set(sql);
          return null;
        });
    assertThrows(IllegalStateException.class, () -> kept.get().with(TENANT_OF_ROW_SECURITY));
  }

  @Test
  void aStoreWithoutATransactionThrows() {
    String tenant = TestDatabase.newTenant();
    AtomicReference<TenantSql> kept = new AtomicReference<>();
    TestDatabase.inTenant(
        tenant,
        sql -> {
          kept.set(sql);
          return null;
        });
    try (Callers.Binding bound = Callers.bind(Caller.job(tenant, "test"))) {
      assertThrows(
          RuntimeException.class,
          () -> kept.get().with(TENANT_OF_ROW_SECURITY).list(row -> row.getString(1)));
    }
  }

  @Test
  void changingTheTenantInsideATransactionThrows() {
    String first = TestDatabase.newTenant();
    String second = TestDatabase.newTenant();
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                TestDatabase.inTenant(
                    first,
                    sql -> {
                      sql.with(TENANT_OF_ROW_SECURITY).list(row -> row.getString(1));
                      return asOther(second, sql);
                    }));
    assertTrue(refused.getMessage().contains("tenant was changed"), refused::getMessage);
  }

  @Test
  void aCallerIsBoundOnce() {
    try (Callers.Binding bound = Callers.bind(Caller.job("a", "test"))) {
      assertThrows(IllegalStateException.class, () -> Callers.bind(Caller.job("a", "test")));
    }
    assertThrows(IllegalStateException.class, Callers::current);
  }

  @Test
  void onlyTheReservedTenantRegistersOthers() {
    String tenant = TestDatabase.newTenant();
    assertThrows(
        RuntimeException.class,
        () ->
            TestDatabase.inTenant(
                tenant,
                sql -> {
                  new TenantStore(sql).add(new Tenant("intruder", "X", java.time.Instant.EPOCH));
                  sql.entities().flush();
                  return null;
                }));
    assertEquals(
        List.of(tenant),
        TestDatabase.inTenant(
            tenant, sql -> new TenantStore(sql).all().stream().map(t -> t.view().id()).toList()));
  }

  /** Binds another caller in the same transaction, from a thread of its own. */
  private static Object asOther(String tenant, TenantSql sql) {
    AtomicReference<RuntimeException> thrown = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> {
              try (Callers.Binding bound = Callers.bind(Caller.job(tenant, "test"))) {
                sql.with(TENANT_OF_ROW_SECURITY);
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw thrown.get();
  }
}
