package org.cairn.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cairn.caller.TenantRegistered;
import org.cairn.shared.Reaction;

/** Writes down who registered or renamed a district. */
@Reaction
@Singleton
class RegistrationAuditing {

  static final int PRIORITY = 100;

  private final Audit audit;

  @Inject
  RegistrationAuditing(Audit audit) {
    this.audit = audit;
  }

  void on(@Observes @Priority(PRIORITY) TenantRegistered registered) {
    audit.record(
        registered.renamed() ? AuditAction.TENANT_RENAMED : AuditAction.TENANT_REGISTERED,
        AuditTarget.of("tenant", registered.tenant()));
  }
}
