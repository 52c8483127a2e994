package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.TenantStep;
import org.jspecify.annotations.Nullable;

/** Begins the restore. */
@Named
@Dependent
public class RestoreBegin extends TenantStep {

  @Inject @BatchProperty private String run;
  @Inject @BatchProperty private String backup;
  @Inject @BatchProperty private @Nullable String dryRun;
  @EJB private RestoreWork work;

  @Override
  protected void take() {
    work.begin(UUID.fromString(run), UUID.fromString(backup), Boolean.parseBoolean(dryRun));
  }
}
