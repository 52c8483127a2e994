package org.cairn.jobs;

import org.cairn.jobs.JobRunView.State;

/** What becomes of a run whose server works on it no more. */
enum TakeOverRule {
  /** Another server goes on at the checkpoint. */
  RESTART,
  /** Somebody wanted it stopped, and stopped it is. */
  STOP,
  /** It may be what kills them. */
  FAIL;

  /**
   * Decides.
   *
   * @param deaths how many servers died under it, the last one included
   */
  static TakeOverRule of(State state, int deaths, int attempts) {
    return switch (state) {
      case STOPPING -> STOP;
      case INTERRUPTED -> RESTART;
      case STARTING, RUNNING -> deaths < attempts ? RESTART : FAIL;
      case STOPPED, COMPLETED, FAILED, ABANDONED ->
          throw new IllegalArgumentException("A run that has ended needs no server");
    };
  }
}
