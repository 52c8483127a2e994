package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.backup.BackupWork;
import org.cairn.batch.jobs.TenantStep;

/** Cuts the backup into parts. */
@Named
@Dependent
public class BackupBegin extends TenantStep {

  @Inject @BatchProperty private String run;
  @EJB private BackupWork work;

  @Override
  protected void take() {
    work.begin(UUID.fromString(run));
  }
}
