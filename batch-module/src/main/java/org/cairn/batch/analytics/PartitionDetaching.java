package org.cairn.batch.analytics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.analytics.AnalyticsPartitions.Outcome;

/** Detaches partitions that all districts have archived. */
@Named
@Dependent
public class PartitionDetaching extends PartitionStep {

  @Override
  protected Outcome change(AnalyticsPartitions partitions) {
    return partitions.detach();
  }
}
