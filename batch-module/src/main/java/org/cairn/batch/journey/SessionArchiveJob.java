package org.cairn.batch.journey;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When journeys of long ago go to the archive. */
final class SessionArchiveJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "session-archive",
              "Moves journeys that nobody has touched for a year to the object storage.")
          .planned(Schedule.daily(LocalTime.of(3, 30)))
          .promisedBy(LocalTime.of(6, 0))
          .skipping(100);

  private SessionArchiveJob() {}
}
