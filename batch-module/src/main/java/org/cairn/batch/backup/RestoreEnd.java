package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.FailureListener;

/** Ends the restore when its job broke off. */
@Named
@Dependent
public class RestoreEnd extends FailureListener {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected void failed(long execution) {
    work.fail(UUID.fromString(run));
  }
}
