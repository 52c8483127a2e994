package org.cairn.batch.jobs;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.LocalTime;
import org.cairn.jobs.JobDefinition;
import org.cairn.jobs.JobWork;
import org.cairn.jobs.Schedule;

/** Forgets runs of long ago. */
@Named
@Dependent
public class JobHistory extends TenantStep {

  @Produces
  static final JobDefinition DEFINITION =
      JobDefinition.of("job-history", "Forgets the runs of jobs that ended long ago.")
          .planned(Schedule.daily(LocalTime.of(4, 15)))
          .forEachTenant();

  @EJB private JobWork work;

  @Override
  protected void take() {
    work.forgetOld();
  }
}
