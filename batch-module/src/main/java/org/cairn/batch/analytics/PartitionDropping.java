package org.cairn.batch.analytics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.analytics.AnalyticsPartitions.Outcome;

/** Drops partitions that were detached a month ago or more. */
@Named
@Dependent
public class PartitionDropping extends PartitionStep {

  @Override
  protected Outcome change(AnalyticsPartitions partitions) {
    return partitions.drop();
  }
}
