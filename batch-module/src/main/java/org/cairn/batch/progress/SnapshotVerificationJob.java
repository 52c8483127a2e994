package org.cairn.batch.progress;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When snapshots are verified. */
final class SnapshotVerificationJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "snapshot-verification",
              "Reduces every learner's sync events anew and flags what is stored otherwise.")
          .planned(Schedule.daily(LocalTime.of(3, 0)))
          .promisedBy(LocalTime.of(5, 30));
}
