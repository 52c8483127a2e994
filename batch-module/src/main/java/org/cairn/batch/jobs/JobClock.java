package org.cairn.batch.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.caller.Tenants;

/** Goes through all tenants every few seconds; what fails in one stays in one. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobClock {

  private static final Logger LOG = Logger.getLogger(JobClock.class.getName());

  @Inject private Node node;
  @Inject private JobRound round;
  @EJB private JobTenants tenants;
  @EJB private TenantCalls calls;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void tick() {
    List<String> alive =
        calls.tell(Tenants.SHARED, frame -> frame.alive(node.name(), node.lease()));
    for (String tenant : tenants.all()) {
      try {
        round.through(tenant, alive);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "The jobs of " + tenant + " were not looked after");
      }
    }
    calls.tell(Tenants.SHARED, frame -> frame.renewFigures());
  }
}
