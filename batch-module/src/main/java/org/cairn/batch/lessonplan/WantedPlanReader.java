package org.cairn.batch.lessonplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.lessonplan.LessonPlanMaking;
import org.cairn.lessonplan.LessonPlanMaking.Wanted;
import org.jspecify.annotations.Nullable;

/** Reads the plans that are to be made. */
@Named
@Dependent
public class WantedPlanReader extends KeysetReader<Wanted> {

  @EJB private LessonPlanMaking making;

  @Override
  protected long total() {
    return making.total();
  }

  @Override
  protected List<Wanted> page(@Nullable String after, int limit) {
    return making.page(after, limit);
  }

  @Override
  protected String key(Wanted plan) {
    return plan.key();
  }
}
