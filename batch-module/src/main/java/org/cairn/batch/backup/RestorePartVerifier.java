package org.cairn.batch.backup;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.cairn.backup.RestoreWork;
import org.cairn.batch.jobs.TenantWriter;

/** Compares a part with the manifest. */
@Named
@Dependent
public class RestorePartVerifier extends TenantWriter<Integer> {

  @Inject @BatchProperty private String run;
  @EJB private RestoreWork work;

  @Override
  protected void write(List<Integer> parts) {
    parts.forEach(part -> work.verify(UUID.fromString(run), part));
  }
}
