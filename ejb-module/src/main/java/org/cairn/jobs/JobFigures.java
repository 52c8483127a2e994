package org.cairn.jobs;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** What this server saw of all tenants' jobs when it last looked; for metrics. */
@Singleton
public class JobFigures {

  private volatile Seen seen = new Seen(Instant.EPOCH, Map.of());

  /**
   * The numbers at a time.
   *
   * @param at the epoch where this server has not looked yet
   * @param byJob of jobs that have run
   */
  public record Seen(Instant at, Map<String, OfJob> byJob) {}

  /**
   * A job's numbers over all tenants.
   *
   * @param open runs that have not ended
   * @param failed runs that failed within the last day
   * @param missed promises missed within the last day
   */
  public record OfJob(long open, long failed, long missed) {}

  /** The latest numbers. */
  public Seen latest() {
    return seen;
  }

  void see(Seen now) {
    seen = now;
  }
}
