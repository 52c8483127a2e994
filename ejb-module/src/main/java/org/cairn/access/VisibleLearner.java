package org.cairn.access;

import java.util.UUID;

/** Proof that the present caller may see this learner's records, for this transaction. */
public final class VisibleLearner {

  private final UUID id;

  VisibleLearner(UUID id) {
    this.id = id;
  }

  public UUID id() {
    return id;
  }
}
