package org.cairn.batch.roster;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Applies the good rows in one transaction. */
@Named
@Dependent
public class RosterApply extends AbstractBatchlet {

  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private String importId;
  @EJB private RosterImportCalls calls;

  @Override
  public String process() {
    calls.take(tenant, work -> work.apply(UUID.fromString(importId)));
    return "COMPLETED";
  }
}
