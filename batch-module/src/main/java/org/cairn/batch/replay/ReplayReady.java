package org.cairn.batch.replay;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.replay.ReplayWork;

/** Ends the dry run. */
@Named
@Dependent
public class ReplayReady extends TenantStep {

  @Inject @BatchProperty private String replay;
  @EJB private ReplayWork work;

  @Override
  protected void take() {
    work.ready(UUID.fromString(replay));
  }
}
