package org.cairn.batch.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Set;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.TenantView;
import org.cairn.caller.Tenants;

/** Whose audit is sealed and verified: every tenant's, the reserved one's too. */
@Stateless
@PermitAll
@RunAs(Roles.OPERATOR)
public class AuditTenants {

  @EJB private Tenants tenants;

  /** Their ids. */
  public List<String> all() {
    Caller operator = new Caller(Tenants.SHARED, "schedule", Set.of(Roles.OPERATOR), null, null);
    try (Callers.Binding bound = Callers.bind(operator)) {
      return tenants.all().stream().map(TenantView::id).toList();
    }
  }
}
