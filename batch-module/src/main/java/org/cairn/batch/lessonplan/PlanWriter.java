package org.cairn.batch.lessonplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.lessonplan.LessonPlanMaking;
import org.cairn.lessonplan.LessonPlanMaking.Wanted;

/** Makes them. */
@Named
@Dependent
public class PlanWriter extends TenantWriter<Wanted> {

  @EJB private LessonPlanMaking making;

  @Override
  protected void write(List<Wanted> plans) {
    plans.forEach(making::make);
  }
}
