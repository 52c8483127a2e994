package org.cairn.batch.roster;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.FailureListener;
import org.cairn.roster.RosterImportWork;

/** Ends the import when its job broke off. */
@Named
@Dependent
public class RosterImportEnd extends FailureListener {

  @Inject @BatchProperty private String importId;
  @EJB private RosterImportWork work;

  @Override
  protected void failed(long execution) {
    work.fail(
        UUID.fromString(importId),
        "Nothing was changed: the job broke off. The server's log says why, at job execution "
            + execution
            + ". Send the file again.");
  }
}
