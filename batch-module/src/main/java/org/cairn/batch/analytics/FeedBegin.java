package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsFeed;
import org.cairn.batch.jobs.TenantStep;

/** Notes when the reading began. */
@Named
@Dependent
public class FeedBegin extends TenantStep {

  @EJB private AnalyticsFeed feed;

  @Override
  protected void take() {
    feed.begin();
  }
}
