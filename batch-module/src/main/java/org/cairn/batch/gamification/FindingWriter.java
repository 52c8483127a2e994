package org.cairn.batch.gamification;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.gamification.LedgerReconciliation;
import org.cairn.gamification.LedgerReconciliation.LedgerState;

/** Flags what differs. */
@Named
@Dependent
public class FindingWriter extends TenantWriter<LedgerState> {

  @Inject @BatchProperty private String run;
  @EJB private LedgerReconciliation reconciliation;

  @Override
  protected void write(List<LedgerState> states) {
    reconciliation.flag(UUID.fromString(run), states);
  }
}
