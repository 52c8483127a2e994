package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.roster.RosterImportWork;

/** Judges the staged rows together. */
@Named
@Dependent
public class RosterCheck extends TenantStep {

  @Inject @BatchProperty private String importId;
  @EJB private RosterImportWork work;

  @Override
  protected void take() {
    work.check(UUID.fromString(importId));
  }
}
