package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.TenantStep;

/** Lets lines be restored if no part is damaged. */
@Named
@Dependent
public class RestoreAcceptance extends TenantStep {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected void take() {
    work.accept(UUID.fromString(run));
  }
}
