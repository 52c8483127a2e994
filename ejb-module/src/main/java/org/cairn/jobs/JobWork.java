package org.cairn.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.jobs.JobRunView.State;
import org.cairn.jobs.OpenRunStore.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What the batch runtime's side of the frame does and tells, each call for the caller's tenant.
 *
 * <p>Whatever takes a {@link JobTicket} changes its run, and refuses a ticket that is worth nothing
 * any more: called in a chunk's transaction, it keeps a server that was believed dead from
 * committing what another one has taken over.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class JobWork {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int DAYS_KEPT = 90;

  @Inject private JobCatalog catalog;
  @Inject private JobPlanning planning;
  @Inject private JobPlanStore plans;
  @Inject private JobRunStore runs;
  @Inject private OpenRunStore open;
  @Inject private JobStepStore steps;
  @Inject private JobViewStore views;
  @Inject private JobFigures figures;
  @Inject private Clock clock;

  /** A run that this server should be working on, with the batch runtime's id of its attempt. */
  public record Working(JobTicket ticket, boolean stopping, long execution) {}

  /**
   * Says that a server is alive, and answers all that are. In the reserved tenant.
   *
   * @param patience how long a silent server counts as alive
   */
  public List<String> alive(String node, Duration patience) {
    Instant now = clock.instant();
    plans.seen(node, now);
    plans.forget(now.minus(A_DAY));
    return plans.aliveSince(now.minus(patience));
  }

  /** Whether a run of the job with this key is open, or stopped and can be restarted. */
  public boolean canGoOn(String job, String key) {
    return open.canGoOn(job, key);
  }

  /** Makes the runs that are due, for this server to begin. */
  public List<JobStart> claimDue(String node) {
    return planning.claimDue(node);
  }

  /** Takes over the runs whose servers work on them no more; answers those to go on with. */
  public List<JobStart> takeOver(String node, Collection<String> alive) {
    List<JobStart> starts = new ArrayList<>();
    for (Stored orphan : open.orphans(alive, node)) {
      catalog
          .find(orphan.job())
          .flatMap(definition -> takeOver(orphan, definition, node))
          .ifPresent(starts::add);
    }
    return starts;
  }

  /** The runs that this server has begun and not ended. */
  public List<Working> working(String node) {
    return open.ofNode(node).stream()
        .map(
            run ->
                new Working(
                    new JobTicket(Callers.current().tenant(), run.job(), run.id(), run.attempt()),
                    run.state() == State.STOPPING,
                    run.execution()))
        .toList();
  }

  /** The promises missed since the last call, as text without personal data. */
  public List<String> missPromises() {
    return runs.missPromises(clock.instant());
  }

  /**
   * Forgets runs that ended long ago, with what the batch runtime knows of them: after {@value
   * #DAYS_KEPT} days; a completed run of a job of every minute or hour after one.
   */
  public void forgetOld() {
    Instant now = clock.instant();
    List<String> frequent =
        catalog.all().stream().filter(JobWork::isFrequent).map(JobDefinition::name).toList();
    runs.forget(now.minus(Duration.ofDays(DAYS_KEPT)), now.minus(A_DAY), frequent);
  }

  /** Renews {@link JobFigures}. In the reserved tenant, which sees all. */
  public JobFigures.Seen renewFigures() {
    Instant now = clock.instant();
    JobFigures.Seen seen =
        new JobFigures.Seen(
            now,
            views.figures(now.minus(A_DAY)).values().stream()
                .collect(
                    Collectors.toMap(
                        JobViewStore.Figures::job,
                        f -> new JobFigures.OfJob(f.open(), f.failed(), f.missed()))));
    figures.see(seen);
    return seen;
  }

  /**
   * Begins an attempt.
   *
   * @param execution the batch runtime's id of it
   */
  public void begin(JobTicket ticket, long execution) {
    require(ticket, runs.begin(ticket, execution, clock.instant()));
  }

  /** Begins a step, or goes on with it. */
  public void beginStep(JobTicket ticket, String step) {
    touch(ticket);
    steps.begin(ticket.runId(), step, clock.instant());
  }

  /** Says how many records the run will read beside those that it has read. */
  public void expect(JobTicket ticket, long total) {
    touch(ticket);
    runs.expect(ticket, total);
  }

  /** Keeps a ticket that is worth nothing from changing anything in this transaction. */
  public void touch(JobTicket ticket) {
    require(ticket, runs.progress(ticket, 0, clock.instant()));
  }

  /** Counts what a chunk did, in the chunk's transaction. */
  public void count(JobTicket ticket, String step, JobStepView.Counts more) {
    require(ticket, runs.progress(ticket, more.read(), clock.instant()));
    steps.count(ticket.runId(), step, more);
  }

  /** Reports a record that is left out, in the chunk's transaction. */
  public void skip(JobTicket ticket, String step, RecordSkipped skipped) {
    touch(ticket);
    steps.skip(ticket.runId(), step, skipped.key(), skipped.reason(), clock.instant());
  }

  /** Ends a step. */
  public void endStep(JobTicket ticket, String step, String state) {
    steps.end(ticket.runId(), step, state, clock.instant());
  }

  /** Ends an attempt; one that another attempt has followed changes nothing. */
  public boolean end(JobTicket ticket, State state, @Nullable String detail) {
    return runs.end(ticket, state, detail, clock.instant());
  }

  private Optional<JobStart> takeOver(Stored orphan, JobDefinition definition, String node) {
    boolean died = orphan.state() != State.INTERRUPTED;
    int deaths = orphan.deaths() + (died ? 1 : 0);
    JobTicket last =
        new JobTicket(Callers.current().tenant(), orphan.job(), orphan.id(), orphan.attempt());
    switch (TakeOverRule.of(orphan.state(), deaths, definition.limits().attempts())) {
      case STOP ->
          runs.end(last, State.STOPPED, "Its server died while it stopped.", clock.instant());
      case FAIL ->
          runs.end(
              last, State.FAILED, "Servers died under it " + deaths + " times.", clock.instant());
      case RESTART -> {
        if (runs.restart(orphan, deaths, node, clock.instant())) {
          JobTicket ticket =
              new JobTicket(last.tenant(), last.job(), orphan.id(), orphan.attempt() + 1);
          return Optional.of(
              new JobStart(ticket, definition, orphan.parameters(), orphan.execution()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFrequent(JobDefinition job) {
    return job.plan().schedule() instanceof Schedule.EveryMinute
        || job.plan().schedule() instanceof Schedule.Hourly;
  }

  private static void require(JobTicket ticket, boolean worth) {
    if (!worth) {
      throw new IllegalStateException(
          "Attempt " + ticket.attempt() + " of run " + ticket.runId() + " is over");
    }
  }
}
