package org.cairn.caller;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;

/** Tells Hibernate the caller's tenant; without a caller, one that no row belongs to. */
public class CallerTenant implements CurrentTenantIdentifierResolver<String> {

  static final String NOBODY = "";

  @Override
  public String resolveCurrentTenantIdentifier() {
    @Nullable String tenant = Callers.tenant();
    return tenant == null ? NOBODY : tenant;
  }

  @Override
  public boolean validateExistingCurrentSessions() {
    return true;
  }
}
