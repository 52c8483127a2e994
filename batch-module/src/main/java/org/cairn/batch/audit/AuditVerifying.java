package org.cairn.batch.audit;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies the chain, page by page; the verification's record is the checkpoint. */
@Named
@Dependent
public class AuditVerifying extends AbstractBatchlet {

  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private @Nullable String verification;
  @EJB private AuditCalls calls;
  private volatile boolean stopped;

  @Override
  public String process() {
    UUID id = begun();
    boolean more = true;
    while (more && !stopped) {
      more = calls.verify(tenant, work -> work.step(id));
    }
    return stopped ? "STOPPED" : "COMPLETED";
  }

  /** Somebody who asked for it has been given its id; the schedule has begun none. */
  private UUID begun() {
    return verification == null || verification.isEmpty()
        ? calls.begin(tenant)
        : UUID.fromString(verification);
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
