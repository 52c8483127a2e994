package org.cairn.batch.archive;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.archive.ObjectCleanup;
import org.cairn.batch.jobs.TenantStep;

/** Forgets versions that were replaced long ago. */
@Named
@Dependent
public class VersionForgetting extends TenantStep {

  @EJB private ObjectCleanup cleanup;

  @Override
  protected void take() {
    cleanup.forgetReplaced();
  }
}
