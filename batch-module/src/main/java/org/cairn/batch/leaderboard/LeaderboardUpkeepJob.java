package org.cairn.batch.leaderboard;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When a district's boards are looked after. */
final class LeaderboardUpkeepJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "leaderboard-upkeep",
              "Remembers how learners stand on leaderboards, for the day's trends.")
          .planned(Schedule.daily(LocalTime.of(0, 10)))
          .promisedBy(LocalTime.of(4, 0));
}
