package org.cairn.batch.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobRequests;
import org.cairn.jobs.JobRunView;
import org.cairn.jobs.JobStart;
import org.cairn.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** What people do with jobs: the record first, committed, and then the batch runtime. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobControl {

  private static final Logger LOG = Logger.getLogger(JobControl.class.getName());

  @EJB private JobRequests requests;
  @EJB private Jobs jobs;
  @Inject private JobEngine engine;
  @Inject private Node node;

  /** See {@link JobRequests#start}; the same request again answers the same run. */
  public JobRunView start(String job, Map<String, String> parameters, @Nullable String requestKey) {
    JobRequests.Asked asked = requests.start(job, parameters, requestKey, node.name());
    return begun("started", job, asked.runId(), asked.start());
  }

  /** Starts a job for an operation that has decided who may. */
  public JobRunView startFor(String job, Map<String, String> parameters) {
    JobRequests.Asked asked = requests.startFor(job, parameters, node.name());
    return begun("started", job, asked.runId(), asked.start());
  }

  /** See {@link JobRequests#stop}. */
  public JobRunView stop(String job, UUID run) {
    requests.stop(job, run);
    return told("stopped", job, run);
  }

  /** See {@link JobRequests#restart}. */
  public JobRunView restart(String job, UUID run) {
    return begun("restarted", job, run, requests.restart(job, run, node.name()));
  }

  /** See {@link JobRequests#abandon}. */
  public JobRunView abandon(String job, UUID run) {
    requests.abandon(job, run);
    return told("abandoned", job, run);
  }

  private JobRunView begun(String what, String job, UUID run, @Nullable JobStart start) {
    if (start == null) {
      return jobs.run(job, run);
    }
    try {
      engine.begin(start);
    } catch (RuntimeException e) {
      requests.refused(run);
      throw e;
    }
    return told(what, job, run);
  }

  /** Every deed of a person passes here once it is done. */
  private JobRunView told(String what, String job, UUID run) {
    LOG.info(() -> "A person has " + what + " run " + run + " of " + job);
    return jobs.run(job, run);
  }
}
