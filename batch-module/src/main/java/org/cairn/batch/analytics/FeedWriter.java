package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.analytics.AnalyticsFeed;
import org.cairn.analytics.FeedItem;
import org.cairn.batch.jobs.TenantWriter;

/** Takes in what was read. */
@Named
@Dependent
public class FeedWriter extends TenantWriter<FeedItem> {

  @EJB private AnalyticsFeed feed;

  @Override
  protected void write(List<FeedItem> items) {
    feed.take(items);
  }
}
