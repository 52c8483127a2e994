package org.cairn.batch.gamification;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.gamification.LedgerReconciliation;

/** Closes findings that are gone. */
@Named
@Dependent
public class FindingSettlement extends TenantStep {

  @Inject @BatchProperty private String run;
  @EJB private LedgerReconciliation reconciliation;

  @Override
  protected void take() {
    reconciliation.settle(UUID.fromString(run));
  }
}
