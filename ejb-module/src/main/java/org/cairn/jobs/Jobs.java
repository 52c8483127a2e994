package org.cairn.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.caller.Tenants;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Jobs and their runs, as administrators of a district see their own and operators see all. */
@Stateless
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.OPERATOR})
public class Jobs {

  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject private JobCatalog catalog;
  @Inject private JobPlanning planning;
  @Inject private JobViewStore views;
  @Inject private Clock clock;

  /** The jobs, by name; to a district those that run for it. */
  public List<JobView> all() {
    requireRole();
    Instant now = clock.instant();
    Map<String, JobRunView> latest = views.latest(false, now);
    Map<String, JobRunView> planned = views.latest(true, now);
    Map<String, JobViewStore.Figures> figures = views.figures(now.minus(A_DAY));
    return catalog.all().stream()
        .filter(Jobs::isShown)
        .map(
            job ->
                view(job, latest.get(job.name()), planned.get(job.name()), figures.get(job.name())))
        .toList();
  }

  /**
   * One job.
   *
   * @throws ProblemException {@code JOB_NOT_FOUND}
   */
  public JobView find(String name) {
    require(name);
    return all().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * A job's runs, the latest first.
   *
   * @param state only those in this state, if given
   * @throws ProblemException {@code JOB_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<JobRunView> runs(
      String name, @Nullable String state, @Nullable String cursor, @Nullable Integer limit) {
    require(name);
    int size = PageSize.of(limit);
    List<JobRunView> found =
        views.page(name, stateOf(state), Cursor.id(cursor, "cursor"), size + 1, clock.instant());
    return Page.of(found, size, run -> run.id().toString());
  }

  /**
   * A run with its steps.
   *
   * @throws ProblemException {@code JOB_RUN_NOT_FOUND}
   */
  public JobRunView run(String name, UUID id) {
    requireRole();
    return views
        .find(name, id, clock.instant())
        .orElseThrow(() -> JobProblem.JOB_RUN_NOT_FOUND.with("No run of this job has this id."))
        .with(views.steps(id));
  }

  /**
   * The records that a run left out, in the order in which they were found.
   *
   * @throws ProblemException {@code JOB_RUN_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<JobSkipView> skips(
      String name, UUID id, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    run(name, id);
    List<JobSkipView> found = views.skips(id, Cursor.position(cursor, "cursor"), size + 1);
    return Page.of(found, size, skip -> Long.toString(skip.number()));
  }

  private static void requireRole() {
    Callers.current().require(Roles.DISTRICT_ADMIN, Roles.OPERATOR);
  }

  private void require(String name) {
    requireRole();
    if (!isShown(catalog.get(name))) {
      throw JobProblem.JOB_NOT_FOUND.with("No job of your district is called so.");
    }
  }

  private JobView view(
      JobDefinition job,
      @Nullable JobRunView last,
      @Nullable JobRunView planned,
      JobViewStore.@Nullable Figures figures) {
    var by = job.plan().promisedBy();
    return new JobView(
        job.name(),
        job.purpose(),
        job.plan().partition(),
        job.plan().schedule().text(),
        by == null ? null : by.toString(),
        job.starting().roles(),
        job.starting().parameters(),
        job.limits().skips(),
        JobPlanning.runsIn(Callers.current().tenant(), job)
            ? planning.next(job).orElse(null)
            : null,
        last,
        planned == null ? Promise.NONE : planned.promise(),
        figures == null ? 0 : figures.open(),
        figures == null ? 0 : figures.failed(),
        figures == null ? 0 : figures.missed());
  }

  private static boolean isShown(JobDefinition job) {
    String tenant = Callers.current().tenant();
    return tenant.equals(Tenants.SHARED) || JobPlanning.runsIn(tenant, job);
  }

  private static JobRunView.@Nullable State stateOf(@Nullable String state) {
    try {
      return state == null ? null : JobRunView.State.valueOf(state);
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Runs have no such state.",
          new FieldError("state", "one of " + List.of(JobRunView.State.values())));
    }
  }
}
