package org.cairn.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job as it stands now.
 *
 * @param plannedFor the time that it was due; absent for a run that somebody asked for
 * @param promisedFor when it has to be completed
 * @param requestedBy the subject of the token that asked for it
 * @param attempt how often it was begun
 * @param node the server that works, or worked last, on it
 * @param counts over all steps
 * @param steps in their order; left out in lists
 * @param detail what there is to say about the end, for people
 */
public record JobRunView(
    UUID id,
    String job,
    String tenant,
    State state,
    Cause cause,
    Map<String, String> parameters,
    @Nullable Instant plannedFor,
    @Nullable Instant promisedFor,
    Promise promise,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int attempt,
    String node,
    Progress progress,
    JobStepView.Counts counts,
    @Nullable List<JobStepView> steps,
    @Nullable String detail) {

  /** How far a run has come. */
  public enum State {
    /** Claimed by a server that has yet to begin. */
    STARTING,
    RUNNING,
    /** Somebody asked it to stop; it does at the end of its chunk. */
    STOPPING,
    /** Its server was shut down; another, or the next start, goes on with it. */
    INTERRUPTED,
    /** Somebody stopped it; it can be restarted. */
    STOPPED,
    COMPLETED,
    FAILED,
    /** Somebody gave it up: it is never restarted. */
    ABANDONED;

    private static final Set<State> OPEN = Set.of(STARTING, RUNNING, STOPPING, INTERRUPTED);

    /** Whether it is still going on, so that no other run of its job may begin. */
    public boolean isOpen() {
      return OPEN.contains(this);
    }
  }

  /** Why there is a run. */
  public enum Cause {
    /** It was due. */
    SCHEDULE,
    /** It was due while no server could run it. */
    CATCH_UP,
    /** Somebody, or another operation, asked for it. */
    REQUEST
  }

  /**
   * How much is done.
   *
   * @param done records read in this run
   * @param total records expected, absent where nobody knows
   * @param perSecond since the run began
   * @param remainingSeconds at this rate
   */
  public record Progress(
      long done,
      @Nullable Long total,
      @Nullable Double perSecond,
      @Nullable Long remainingSeconds) {

    static Progress of(long done, @Nullable Long total, Duration worked, boolean open) {
      if (done == 0 || worked.toMillis() < 1) {
        return new Progress(done, total, null, null);
      }
      double perSecond = Math.round(done * 10_000.0 / worked.toMillis()) / 10.0;
      Long remaining =
          open && total != null && perSecond > 0
              ? Long.valueOf(Math.round(Math.max(0, total - done) / perSecond))
              : null;
      return new Progress(done, total, perSecond, remaining);
    }
  }

  JobRunView with(List<JobStepView> ofRun) {
    return new JobRunView(
        id,
        job,
        tenant,
        state,
        cause,
        parameters,
        plannedFor,
        promisedFor,
        promise,
        requestedBy,
        requestedAt,
        startedAt,
        endedAt,
        attempt,
        node,
        progress,
        counts,
        ofRun,
        detail);
  }
}
