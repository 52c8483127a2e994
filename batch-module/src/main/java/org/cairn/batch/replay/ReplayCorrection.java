package org.cairn.batch.replay;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.replay.ReplayWork;

/** Corrects the ledgers of a chunk of learners. */
@Named
@Dependent
public class ReplayCorrection extends TenantWriter<UUID> {

  @Inject @BatchProperty private String replay;
  @EJB private ReplayWork work;

  @Override
  protected void write(List<UUID> learners) {
    work.apply(UUID.fromString(replay), learners);
  }
}
