package org.cairn.batch.analytics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.analytics.AnalyticsPartitions.Outcome;

/** Makes the partitions that are missing. */
@Named
@Dependent
public class PartitionMaking extends PartitionStep {

  @Override
  protected Outcome change(AnalyticsPartitions partitions) {
    return partitions.make();
  }
}
