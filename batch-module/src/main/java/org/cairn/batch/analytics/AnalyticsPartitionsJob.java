package org.cairn.batch.analytics;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When partitions are made ahead, detached and dropped. */
final class AnalyticsPartitionsJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "analytics-partitions",
              "Makes the coming months' partitions, and drops those that all have archived.")
          .planned(Schedule.daily(LocalTime.of(4, 20)))
          .promisedBy(LocalTime.of(5, 0))
          .forTheInstallation();
}
