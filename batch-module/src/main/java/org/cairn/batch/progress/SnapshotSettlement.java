package org.cairn.batch.progress;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.progress.SnapshotVerification;

/** Closes findings that are gone. */
@Named
@Dependent
public class SnapshotSettlement extends TenantStep {

  @Inject @BatchProperty private String run;
  @EJB private SnapshotVerification verification;

  @Override
  protected void take() {
    verification.settle(UUID.fromString(run));
  }
}
