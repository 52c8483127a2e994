package org.cairn.metrics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.cairn.caller.Roles;

/** Numbers that have to be looked up to be shown. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Gauges {

  @Inject private HorizonStore store;
  @Inject private FeedGauge feed;
  @Inject private Clock clock;
  @Inject private Tally tally;
  @Inject private JobGauges jobs;

  /** Looks again; the first time, all counts are shown with 0. */
  public void refresh() {
    tally.showAll();
    jobs.show();
    feed.take(store.look(clock.instant()));
  }
}
