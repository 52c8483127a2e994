package org.cairn.batch.analytics;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When a district's months of long ago are summed up and archived. */
final class AnalyticsClosingJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "analytics-closing",
              "Sums up and archives the events of analytics of months of long ago.")
          .planned(Schedule.daily(LocalTime.of(1, 50)))
          .promisedBy(LocalTime.of(5, 0));
}
