package org.cairn.batch.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.cairn.caller.Tenants;

/**
 * Says every few seconds that this server is alive; apart from the clock, whose rounds may last.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobPulse {

  @Inject private Node node;
  @EJB private TenantCalls calls;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void beat() {
    calls.tell(Tenants.SHARED, frame -> frame.alive(node.name(), node.lease()));
  }
}
