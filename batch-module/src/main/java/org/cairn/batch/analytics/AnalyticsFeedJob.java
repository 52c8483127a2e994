package org.cairn.batch.analytics;

import jakarta.enterprise.inject.Produces;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When figures are brought in line with the log. */
final class AnalyticsFeedJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of("analytics-feed", "Brings the figures of analytics in line with the log.")
          .planned(Schedule.everyMinute())
          .skipping(100);
}
