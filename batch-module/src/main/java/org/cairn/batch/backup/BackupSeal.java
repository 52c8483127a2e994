package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.backup.BackupWork;
import org.cairn.batch.jobs.TenantStep;

/** Makes it a backup. */
@Named
@Dependent
public class BackupSeal extends TenantStep {

  @Inject @BatchProperty private String run;
  @EJB private BackupWork work;

  @Override
  protected void take() {
    work.seal(UUID.fromString(run));
  }
}
