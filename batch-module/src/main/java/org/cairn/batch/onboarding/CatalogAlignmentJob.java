package org.cairn.batch.onboarding;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.Schedule;

/** When definitions are aligned, and learners who wait for steps that are gone are helped on. */
final class CatalogAlignmentJob {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of(
              "catalog-alignment",
              "Aligns the shared definitions with their files; judges anew the tracks of a"
                  + " district's learners that have lost steps.")
          .planned(Schedule.daily(LocalTime.of(1, 30)))
          .promisedBy(LocalTime.of(5, 0))
          .forEachTenant();

  private CatalogAlignmentJob() {}
}
