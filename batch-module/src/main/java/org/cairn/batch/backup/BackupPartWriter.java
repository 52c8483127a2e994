package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.backup.BackupWork;
import org.cairn.batch.jobs.TenantWriter;

/** Writes a part as an object. */
@Named
@Dependent
public class BackupPartWriter extends TenantWriter<Integer> {

  @Inject @BatchProperty private String run;
  @EJB private BackupWork work;

  @Override
  protected void write(List<Integer> parts) {
    parts.forEach(part -> work.write(UUID.fromString(run), part));
  }
}
