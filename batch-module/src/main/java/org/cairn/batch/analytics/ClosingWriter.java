package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.analytics.AnalyticsClosing;
import org.cairn.analytics.ClosingTask;
import org.cairn.batch.jobs.TenantWriter;

/** Does it. */
@Named
@Dependent
public class ClosingWriter extends TenantWriter<ClosingTask> {

  @EJB private AnalyticsClosing closing;

  @Override
  protected void write(List<ClosingTask> tasks) {
    tasks.forEach(closing::take);
  }
}
