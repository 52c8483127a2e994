package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsPartitions;
import org.cairn.batch.jobs.PatientStep;

/** Detaches partitions that all districts have archived. */
@Named
@Dependent
public class PartitionDetaching extends PatientStep {

  @EJB private AnalyticsPartitions partitions;

  @Override
  protected Turn take() {
    return switch (partitions.detach()) {
      case NOTHING -> Turn.ENDS;
      case CHANGED -> Turn.GOES_ON;
      case GAVE_WAY -> Turn.GAVE_WAY;
    };
  }
}
