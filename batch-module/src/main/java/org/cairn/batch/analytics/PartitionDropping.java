package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.batch.jobs.PatientStep;

/** Drops partitions that were detached a month ago. */
@Named
@Dependent
public class PartitionDropping extends PatientStep {

  @EJB private AnalyticsPartitions partitions;

  @Override
  protected Turn take() {
    return switch (partitions.drop()) {
      case NOTHING -> Turn.ENDS;
      case CHANGED -> Turn.GOES_ON;
      case GAVE_WAY -> Turn.GAVE_WAY;
    };
  }
}
