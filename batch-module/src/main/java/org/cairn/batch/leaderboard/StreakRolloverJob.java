package org.cairn.batch.leaderboard;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When boards are told of streaks that another calendar has moved. */
final class StreakRolloverJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "streak-rollover",
              "Has leaderboards show streaks by the school's calendar as it is now.")
          .planned(Schedule.daily(LocalTime.of(0, 5)))
          .promisedBy(LocalTime.of(4, 0))
          .forEachSchoolZone();
}
