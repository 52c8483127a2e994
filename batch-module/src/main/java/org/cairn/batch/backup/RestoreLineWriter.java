package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.backup.BackupLine;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.TenantWriter;

/** Restores what is missing of the lines' learners. */
@Named
@Dependent
public class RestoreLineWriter extends TenantWriter<BackupLine> {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected void write(List<BackupLine> lines) {
    work.restore(UUID.fromString(run), lines);
  }
}
