package org.cairn.batch.roster;

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

/** The districts that a scheduled job goes through, one after the other. */
@Stateless
@PermitAll
@RunAs(Roles.OPERATOR)
public class Districts {

  @EJB private Tenants tenants;

  /** Their tenants' ids; the reserved tenant is no district. */
  public List<String> all() {
    Caller operator = new Caller(Tenants.SHARED, "schedule", Set.of(Roles.OPERATOR), null, null);
    try (Callers.Binding bound = Callers.bind(operator)) {
      return tenants.all().stream()
          .map(TenantView::id)
          .filter(id -> !id.equals(Tenants.SHARED))
          .toList();
    }
  }
}
