package org.cairn.batch.replay;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.cairn.batch.jobs.FailureListener;
import org.cairn.replay.ReplayWork;

/** Ends the dry run when its job broke off. */
@Named
@Dependent
public class ReplayEnd extends FailureListener {

  @Inject @BatchProperty private String replay;
  @EJB private ReplayWork work;

  @Override
  protected void failed(long execution) {
    work.fail(UUID.fromString(replay));
  }
}
