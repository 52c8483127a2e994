package org.cairn.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run, over all its attempts.
 *
 * @param number its place in the run, from 1
 * @param state {@code RUNNING}, {@code STOPPED}, {@code COMPLETED} or {@code FAILED}
 */
public record JobStepView(
    int number,
    String name,
    String state,
    Counts counts,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /**
   * What became of records.
   *
   * @param filtered read and found to need nothing
   * @param skipped left out because something is wrong with them
   */
  public record Counts(long read, long written, long filtered, long skipped) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts plus(Counts more) {
      return new Counts(
          read + more.read,
          written + more.written,
          filtered + more.filtered,
          skipped + more.skipped);
    }

    public Counts minus(Counts less) {
      return new Counts(
          read - less.read,
          written - less.written,
          filtered - less.filtered,
          skipped - less.skipped);
    }
  }
}
