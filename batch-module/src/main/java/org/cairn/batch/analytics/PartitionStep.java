package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.analytics.AnalyticsPartitions.Outcome;
import org.cairn.batch.jobs.PatientStep;

/** A step that changes a partition each turn. */
abstract class PartitionStep extends PatientStep {

  @EJB private AnalyticsPartitions partitions;

  protected abstract Outcome change(AnalyticsPartitions partitions);

  @Override
  protected Turn take() {
    return switch (change(partitions)) {
      case NOTHING -> Turn.ENDS;
      case CHANGED -> Turn.GOES_ON;
      case GAVE_WAY -> Turn.GAVE_WAY;
    };
  }
}
