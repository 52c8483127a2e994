package org.cairn.access;

import java.util.UUID;

/** Proof that the present caller may record for this learner, for this transaction. */
public final class ActingLearner {

  private final UUID id;
  private final Trust trust;
  private final boolean showsXp;

  ActingLearner(UUID id, Trust trust, boolean showsXp) {
    this.id = id;
    this.trust = trust;
    this.showsXp = showsXp;
  }

  public UUID id() {
    return id;
  }

  /** Whoever may record for a learner may see what is recorded. */
  public VisibleLearner visible() {
    return new VisibleLearner(id, trust == Trust.CLIENT, showsXp);
  }

  /** How far the caller's statements can be relied on. */
  public Trust trust() {
    return trust;
  }
}
