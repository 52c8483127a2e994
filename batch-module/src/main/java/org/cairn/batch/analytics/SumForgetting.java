package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.analytics.AnalyticsClosing;
import org.cairn.batch.jobs.TenantStep;

/** Forgets the sums of months that nobody keeps any more. */
@Named
@Dependent
public class SumForgetting extends TenantStep {

  @EJB private AnalyticsClosing closing;

  @Override
  protected void take() {
    closing.forget();
  }
}
