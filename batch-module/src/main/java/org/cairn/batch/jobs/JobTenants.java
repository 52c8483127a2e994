package org.cairn.batch.jobs;

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

/** All tenants, the reserved one among them, for the frame to go through. */
@Stateless
@PermitAll
@RunAs(Roles.OPERATOR)
public class JobTenants {

  @EJB private Tenants tenants;

  public List<String> all() {
    Caller operator = new Caller(Tenants.SHARED, "jobs", Set.of(Roles.OPERATOR), null, null);
    try (Callers.Binding bound = Callers.bind(operator)) {
      return tenants.all().stream().map(TenantView::id).toList();
    }
  }
}
