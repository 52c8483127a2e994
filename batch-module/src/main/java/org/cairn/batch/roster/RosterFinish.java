package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.roster.RosterImportWork;

/** Removes what was only needed on the way. */
@Named
@Dependent
public class RosterFinish extends TenantStep {

  @Inject @BatchProperty private String importId;
  @EJB private RosterImportWork work;

  @Override
  protected void take() {
    work.finish(UUID.fromString(importId));
  }
}
