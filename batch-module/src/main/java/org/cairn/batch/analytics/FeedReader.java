package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.analytics.AnalyticsFeed;
import org.cairn.analytics.FeedItem;
import org.cairn.batch.jobs.KeysetReader;
import org.jspecify.annotations.Nullable;

/** Reads what learners' logs have got since the last time. */
@Named
@Dependent
public class FeedReader extends KeysetReader<FeedItem> {

  @EJB private AnalyticsFeed feed;

  @Override
  protected long total() {
    return feed.total();
  }

  @Override
  protected List<FeedItem> page(@Nullable String after, int limit) {
    return feed.page(after, limit);
  }

  @Override
  protected String key(FeedItem item) {
    return item.key();
  }
}
