package org.cairn.batch.retention;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When what is over goes. */
final class RetentionJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of("retention", "Removes what was kept for as long as it is to be kept.")
          .planned(Schedule.daily(LocalTime.of(3, 40)));
}
