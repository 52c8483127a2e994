package org.cairn.batch.metrics;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Logger;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.metrics.Gauges;

/** Keeps this node's gauges up to date. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GaugeRefresh {

  private static final Logger LOG = Logger.getLogger(GaugeRefresh.class.getName());

  @EJB private Gauges gauges;

  /** Every 15 seconds, as often as Prometheus looks by default, on every node. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void refresh() {
    try (Callers.Binding bound = Callers.bind(Caller.job(Tenants.SHARED, "gauges"))) {
      gauges.refresh();
    } catch (RuntimeException e) {
      // Until the next look; who needs the database says more about why it does not answer.
      LOG.warning(() -> "The gauges were not refreshed: " + e);
    }
  }
}
