package org.cairn.access;

import java.util.UUID;

/** Proof that the present caller may see this learner's records, for this transaction. */
public final class VisibleLearner {

  private final UUID id;
  private final boolean self;

  VisibleLearner(UUID id, boolean self) {
    this.id = id;
    this.self = self;
  }

  public UUID id() {
    return id;
  }

  /** Whether the caller is the learner. */
  public boolean isSelf() {
    return self;
  }
}
