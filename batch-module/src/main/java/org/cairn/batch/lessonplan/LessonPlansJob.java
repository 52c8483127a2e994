package org.cairn.batch.lessonplan;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When a district's lesson plans are made. */
final class LessonPlansJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "lesson-plans",
              "Makes the lesson plans of completed journeys that nobody has asked for yet.")
          .planned(Schedule.daily(LocalTime.of(1, 30)))
          .promisedBy(LocalTime.of(6, 0));

  private LessonPlansJob() {}
}
