package org.cairn.batch.analytics;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.Optional;
import org.cairn.analytics.FeedItem;
import org.cairn.jobs.RecordSkipped;

/** Leaves out events that cannot be read. */
@Named
@Dependent
public class FeedCheck implements ItemProcessor {

  @Override
  public Object processItem(Object read) {
    FeedItem item = (FeedItem) read;
    Optional<String> fault = item.fault();
    if (fault.isPresent()) {
      throw new RecordSkipped(item.key(), fault.get());
    }
    return item;
  }
}
