package org.cairn.batch.digest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.cairn.batch.jobs.TenantStep;
import org.cairn.digest.DigestWork;

/** Settles who gets a digest, once it is due. */
@Named
@Dependent
public class DigestPlanning extends TenantStep {

  @EJB private DigestWork work;

  @Override
  protected void take() {
    work.plan();
  }
}
