package org.cairn.batch.archive;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.archive.ObjectCleanup;
import org.cairn.batch.jobs.TenantWriter;

/** Removes those that no row tells of. */
@Named
@Dependent
public class OrphanRemoval extends TenantWriter<String> {

  @EJB private ObjectCleanup cleanup;

  @Override
  protected void write(List<String> versions) {
    cleanup.removeOrphans(versions);
  }
}
