package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsFeed;
import org.cairn.batch.jobs.TenantStep;

/** Notes that all that was there is read. */
@Named
@Dependent
public class FeedEnd extends TenantStep {

  @EJB private AnalyticsFeed feed;

  @Override
  protected void take() {
    feed.end();
  }
}
