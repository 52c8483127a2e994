package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;

/** Notes what people did with jobs, in the transaction in which they did it. */
@Singleton
class JobDeeds {

  private final Audit audit;

  @Inject
  JobDeeds(Audit audit) {
    this.audit = audit;
  }

  void note(AuditAction deed, String job, UUID run) {
    audit.record(deed, AuditTarget.of("job-run", run), Map.of("job", job));
  }
}
