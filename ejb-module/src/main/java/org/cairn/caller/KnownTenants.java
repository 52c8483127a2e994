package org.cairn.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns away tokens of districts that nobody has registered. A registered district stays known to
 * this node until it restarts.
 */
@ApplicationScoped
public class KnownTenants {

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  @Inject private TenantStore store;

  /**
   * Lets the bound caller pass.
   *
   * @throws org.cairn.shared.ProblemException {@code TENANT_UNKNOWN}
   */
  @Transactional
  public void requireKnown() {
    String tenant = Callers.current().tenant();
    if (store.find(tenant).isEmpty()) {
      throw CallerProblem.TENANT_UNKNOWN.with("The tenant of your token is not registered.");
    }
    known.add(tenant);
  }

  /** Whether the tenant was found registered before. */
  public boolean isKnown(String tenant) {
    return known.contains(tenant);
  }
}
