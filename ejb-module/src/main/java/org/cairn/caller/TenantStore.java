package org.cairn.caller;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class TenantStore {

  private final TenantSql sql;

  @Inject
  TenantStore(TenantSql sql) {
    this.sql = sql;
  }

  Optional<Tenant> find(String id) {
    return Optional.ofNullable(sql.entities().find(Tenant.class, id));
  }

  void add(Tenant tenant) {
    sql.entities().persist(tenant);
  }

  List<Tenant> all() {
    return sql.entities()
        .createQuery("select t from Tenant t order by t.id", Tenant.class)
        .getResultList();
  }
}
