package org.cairn.batch.archive;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When a district's objects of content are cleaned up. */
final class ObjectCleanupJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "object-cleanup",
              "Removes from the object storage versions of content that were replaced long ago.")
          .planned(Schedule.daily(LocalTime.of(4, 30)));
}
