package org.cairn.batch.progress;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.progress.SnapshotVerification;

/** Flags what differs. */
@Named
@Dependent
public class SnapshotVerifier extends TenantWriter<UUID> {

  @Inject @BatchProperty private String run;
  @EJB private SnapshotVerification verification;

  @Override
  protected void write(List<UUID> learners) {
    verification.verify(UUID.fromString(run), learners);
  }
}
