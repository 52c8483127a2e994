package org.cairn.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.audit.AuditAction;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.jobs.JobRunView.State;
import org.cairn.jobs.OpenRunStore.Stored;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What people ask of jobs: to start, stop, restart and give up runs. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
public class JobRequests {

  @Inject private JobCatalog catalog;
  @Inject private JobRunStore runs;
  @Inject private OpenRunStore open;
  @Inject private JobViewStore views;
  @Inject private JobDeeds deeds;
  @Inject private JobOpening opening;
  @Inject private Clock clock;

  /**
   * A run that was asked for.
   *
   * @param start what the batch runtime is to begin; absent for a repeated request
   */
  public record Asked(UUID runId, @Nullable JobStart start) {}

  /**
   * Makes a run as a person wants it.
   *
   * @param tenant an operator's choice of a district; {@code null} for the caller's own
   * @param requestKey the caller's own name of the request: the same again is the same run
   * @throws ProblemException {@code JOB_NOT_FOUND}, for a district that is not there, too; {@code
   *     JOB_NOT_STARTABLE}, {@code ROLE_MISSING}, {@code JOB_PARAMETERS_INVALID}, {@code
   *     JOB_RUNNING}, {@code INVALID_REQUEST}
   */
  public Asked start(
      @Nullable String tenant,
      String name,
      Map<String, String> parameters,
      @Nullable String requestKey,
      String node) {
    JobDefinition job = catalog.get(name);
    if (job.starting().roles().isEmpty()) {
      throw JobProblem.JOB_NOT_STARTABLE.with("Another operation, or its schedule, starts it.");
    }
    Caller caller = Callers.current();
    if (tenant == null) {
      requireStarter(caller, job);
    } else {
      requireOperator(caller, tenant, job);
    }
    String home = tenant == null ? caller.tenant() : tenant;
    return opening.open(home, job, parameters, requestKey, node);
  }

  /**
   * Makes a run as another operation wants it, which has decided who may.
   *
   * @throws ProblemException {@code JOB_PARAMETERS_INVALID}, {@code JOB_RUNNING}
   */
  public Asked startFor(String name, Map<String, String> parameters, String node) {
    return opening.open(Callers.current().tenant(), catalog.get(name), parameters, null, node);
  }

  /**
   * Asks a run to stop; it does at the end of its chunk. Asking again changes nothing.
   *
   * @return the batch runtime's id of the attempt, where that server works on it
   * @throws ProblemException {@code JOB_RUN_NOT_FOUND}, {@code JOB_RUN_STATE}
   */
  public Optional<Long> stop(String name, UUID id, String node) {
    State state = find(name, id).state();
    boolean stopped =
        switch (state) {
          case RUNNING, STARTING -> runs.mark(id, state, State.STOPPING, clock.instant());
          case INTERRUPTED -> runs.mark(id, state, State.STOPPED, clock.instant());
          case STOPPING, STOPPED -> true;
          case COMPLETED, FAILED, ABANDONED -> false;
        };
    requireChanged(stopped, state, "Only a run that has not ended can be stopped");
    deeds.note(AuditAction.JOB_STOPPED, name, id);
    return state == State.RUNNING
        ? open.find(id).filter(run -> run.node().equals(node)).map(Stored::execution)
        : Optional.empty();
  }

  /**
   * Makes a run go on where it stopped.
   *
   * @throws ProblemException {@code JOB_RUN_NOT_FOUND}, {@code JOB_RUN_STATE}, {@code JOB_RUNNING}
   */
  public JobStart restart(String name, UUID id, String node) {
    JobDefinition job = catalog.get(name);
    JobRunView run = find(name, id);
    boolean may =
        run.state() == State.STOPPED || (run.state() == State.FAILED && job.limits().restartable());
    requireChanged(may, run.state(), "Only a stopped run, or a failed one of most jobs, restarts");
    runs.lock(run.tenant(), name);
    opening.requireNoOther(run.tenant(), job, run.parameters());
    Stored stored = open.find(id).orElseThrow();
    requireChanged(
        runs.restart(stored, stored.deaths(), node, clock.instant()),
        stored.state(),
        "Somebody else was faster");
    deeds.note(AuditAction.JOB_RESTARTED, name, id);
    return new JobStart(
        new JobTicket(run.tenant(), name, id, stored.attempt() + 1),
        job,
        stored.parameters(),
        stored.execution());
  }

  /**
   * Gives a run up, so that nobody restarts it. Doing it again changes nothing.
   *
   * @throws ProblemException {@code JOB_RUN_NOT_FOUND}, {@code JOB_RUN_STATE}
   */
  public void abandon(String name, UUID id) {
    State state = find(name, id).state();
    boolean abandoned =
        switch (state) {
          case STOPPED, FAILED, INTERRUPTED ->
              runs.mark(id, state, State.ABANDONED, clock.instant());
          case ABANDONED -> true;
          case STARTING, RUNNING, STOPPING, COMPLETED -> false;
        };
    requireChanged(abandoned, state, "Stop the run first; a completed one is done");
    deeds.note(AuditAction.JOB_ABANDONED, name, id);
  }

  /** Ends a run that the batch runtime did not take. */
  public void refused(UUID id) {
    runs.mark(id, State.STARTING, State.FAILED, clock.instant());
  }

  private static void requireStarter(Caller caller, JobDefinition job) {
    Set<String> starters = job.starting().roles();
    if (Collections.disjoint(starters, caller.roles())
        || !JobPlanning.runsIn(caller.tenant(), job)) {
      throw CommonProblem.ROLE_MISSING.with("The job is started by " + starters + " only.");
    }
  }

  private static void requireOperator(Caller caller, String tenant, JobDefinition job) {
    caller.require(Roles.OPERATOR);
    if (!List.of(Tenants.SHARED, tenant).contains(caller.tenant())) {
      throw CommonProblem.ROLE_MISSING.with("You operate another district.");
    }
    if (!JobPlanning.runsIn(tenant, job)) {
      throw JobProblem.JOB_NOT_FOUND.with("No job of this district is called so.");
    }
  }

  private JobRunView find(String name, UUID id) {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
    return views
        .find(name, id, clock.instant())
        .orElseThrow(() -> JobProblem.JOB_RUN_NOT_FOUND.with("No run of this job has this id."));
  }

  private static void requireChanged(boolean changed, State state, String rule) {
    if (!changed) {
      throw JobProblem.JOB_RUN_STATE.with(rule + "; this one is " + state + ".");
    }
  }
}
