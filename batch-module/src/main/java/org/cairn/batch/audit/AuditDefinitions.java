package org.cairn.batch.audit;

import jakarta.enterprise.inject.Produces;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.JobDefinition.Parameter;
import org.cairn.jobs.Schedule;

/** When the audit is sealed and verified. */
final class AuditDefinitions {

  private static final LocalTime AT = LocalTime.of(3, 15);

  /** One run for all tenants: one for each would be more records than entries. */
  @Produces
  static final JobDefinition SEALING =
      JobDefinition.of(AuditJobs.SEALING, "Seals what every tenant's audit wrote down.")
          .forTheInstallation()
          .planned(Schedule.everyMinute())
          .startedElsewhere();

  @Produces
  static final JobDefinition VERIFICATION =
      JobDefinition.of(AuditJobs.VERIFICATION, "Verifies a district's audit.")
          .planned(Schedule.daily(AT))
          .promisedBy(LocalTime.of(5, 0))
          .taking(
              new Parameter(
                  AuditJobs.VERIFICATION_ID, Parameter.Type.ID, false, "one that has begun"))
          .startedElsewhere();

  @Produces
  static final JobDefinition SHARED_VERIFICATION =
      JobDefinition.of(AuditJobs.SHARED_VERIFICATION, "Verifies the reserved tenant's audit.")
          .forTheInstallation()
          .planned(Schedule.daily(AT))
          .startedElsewhere();

  private AuditDefinitions() {}
}
