package org.cairn.caller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A district, as the operator has registered it. It is no tenant's row: it is the tenant. */
@Entity
class Tenant {

  @Id private String id;

  @Column(nullable = false)
  private String name;

  @Column(name = "registered_at", nullable = false)
  private Instant registeredAt;

  @SuppressWarnings("NullAway.Init")
  protected Tenant() {}

  Tenant(String id, String name, Instant registeredAt) {
    this.id = id;
    this.name = name;
    this.registeredAt = registeredAt;
  }

  void rename(String newName) {
    this.name = newName;
  }

  TenantView view() {
    return new TenantView(id, name, registeredAt);
  }
}
