package org.cairn.batch.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobRequests;
import org.cairn.jobs.JobRunView;
import org.cairn.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** What people do with jobs: the record first, committed, and then the batch runtime. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobControl {

  @EJB private JobRequests requests;
  @EJB private Jobs jobs;
  @Inject private JobEngine engine;
  @Inject private JobLaunch launch;
  @Inject private Node node;

  /** See {@link JobRequests#start}; the same request again answers the same run. */
  public JobRunView start(
      @Nullable String tenant, String job, Map<String, String> said, @Nullable String requestKey) {
    return launch.begin(job, requests.start(tenant, job, said, requestKey, node.name()));
  }

  /** Starts a job for an operation that has decided who may. */
  public JobRunView startFor(String job, Map<String, String> said) {
    return launch.begin(job, requests.startFor(job, said, node.name()));
  }

  /** See {@link JobRequests#stop}; another server hears of it at the next tick of its clock. */
  public JobRunView stop(String job, UUID run) {
    requests.stop(job, run, node.name()).ifPresent(engine::stop);
    return jobs.run(job, run);
  }

  /** See {@link JobRequests#restart}. */
  public JobRunView restart(String job, UUID run) {
    return launch.begin(job, run, requests.restart(job, run, node.name()));
  }

  /** See {@link JobRequests#abandon}. */
  public JobRunView abandon(String job, UUID run) {
    requests.abandon(job, run);
    return jobs.run(job, run);
  }
}
