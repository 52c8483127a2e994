package org.cairn.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.audit.AuditAction;
import org.cairn.caller.Callers;
import org.cairn.jobs.JobRequests.Asked;
import org.cairn.jobs.JobRunStore.NewRun;
import org.cairn.jobs.JobRunView.Cause;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Opens runs that were asked for; who may is decided before. */
@Singleton
class JobOpening {

  private static final String SEE = "GET /api/v1/admin/jobs/%s/executions/%s shows how far it is.";

  private final JobRunStore runs;
  private final OpenRunStore open;
  private final JobDeeds deeds;
  private final Clock clock;

  @Inject
  JobOpening(JobRunStore runs, OpenRunStore open, JobDeeds deeds, Clock clock) {
    this.runs = runs;
    this.open = open;
    this.deeds = deeds;
    this.clock = clock;
  }

  /**
   * Makes a run.
   *
   * @param home the tenant that it is for
   * @param requestKey the caller's own name of the request: the same again is the same run
   * @throws ProblemException {@code INVALID_REQUEST}, {@code JOB_PARAMETERS_INVALID}, {@code
   *     JOB_RUNNING}, {@code JOB_NOT_FOUND} for a tenant that is not there
   */
  Asked open(
      String home,
      JobDefinition job,
      Map<String, String> parameters,
      @Nullable String requestKey,
      String node) {
    requireTaken(job, parameters, requestKey);
    runs.lock(home, job.name());
    Optional<UUID> repeated =
        requestKey == null ? Optional.empty() : open.requested(home, job.name(), requestKey);
    if (repeated.isPresent()) {
      return new Asked(repeated.get(), null);
    }
    requireNoOther(home, job, parameters);
    UUID id = Ids.next();
    String key = keyOf(job, parameters);
    NewRun run =
        new NewRun(
            home,
            id,
            job.name(),
            key,
            Cause.REQUEST,
            parameters,
            null,
            null,
            requestKey,
            Callers.current().subject());
    if (!runs.add(run, node, clock.instant())) {
      throw JobProblem.JOB_NOT_FOUND.with("No district is called so.");
    }
    deeds.note(AuditAction.JOB_STARTED, job.name(), id);
    JobTicket ticket = new JobTicket(home, job.name(), id, 1);
    return new Asked(id, new JobStart(ticket, job, parameters, null));
  }

  /** Refuses what would be a second run of the job for the same thing. */
  void requireNoOther(String home, JobDefinition job, Map<String, String> parameters) {
    open.open(home, job.name(), keyOf(job, parameters))
        .ifPresent(
            other -> {
              throw JobProblem.JOB_RUNNING.with(SEE.formatted(job.name(), other));
            });
  }

  private static void requireTaken(
      JobDefinition job, Map<String, String> parameters, @Nullable String requestKey) {
    if (requestKey != null && !requestKey.matches("[\\x21-\\x7e]{1,100}")) {
      throw CommonProblem.INVALID_REQUEST.with(
          "The key of the request cannot be used.",
          new FieldError("Idempotency-Key", "1 to 100 visible ASCII characters"));
    }
    List<FieldError> faults = ParameterRules.faults(job.starting().parameters(), parameters);
    if (!faults.isEmpty()) {
      throw JobProblem.JOB_PARAMETERS_INVALID.with(
          "Nothing was started.", faults.toArray(FieldError[]::new));
    }
  }

  private static String keyOf(JobDefinition job, Map<String, String> parameters) {
    String parameter = job.starting().key();
    return parameter == null ? "" : parameters.getOrDefault(parameter, "");
  }
}
