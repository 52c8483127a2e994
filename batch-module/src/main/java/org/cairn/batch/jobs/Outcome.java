package org.cairn.batch.jobs;

import jakarta.batch.runtime.BatchStatus;
import org.cairn.jobs.JobRunView.State;

/** What the end of an attempt, or of a step, means in the frame's words. */
final class Outcome {

  private Outcome() {}

  static State of(BatchStatus ended) {
    return switch (ended) {
      case FAILED, ABANDONED -> State.FAILED;
      case STOPPING, STOPPED -> State.STOPPED;
      case STARTING, STARTED, COMPLETED -> State.COMPLETED;
    };
  }
}
