package org.cairn.access;

import java.util.UUID;

/** Proof that the present caller may see this learner's records, for this transaction. */
public final class VisibleLearner {

  private final UUID id;
  private final boolean self;
  private final boolean showsXp;
  private final boolean asGuardian;

  VisibleLearner(UUID id, boolean self, boolean showsXp) {
    this(id, self, showsXp, false);
  }

  VisibleLearner(UUID id, boolean self, boolean showsXp, boolean asGuardian) {
    this.id = id;
    this.self = self;
    this.showsXp = showsXp;
    this.asGuardian = asGuardian;
  }

  public UUID id() {
    return id;
  }

  /** Whether the caller is the learner. */
  public boolean isSelf() {
    return self;
  }

  /** Whether the caller may be shown XP: learners up to grade 2 earn it and don't see their own. */
  public boolean showsXp() {
    return showsXp;
  }

  /** Whether nothing but a guardian's link lets the caller see the learner. */
  public boolean isAsGuardian() {
    return asGuardian;
  }
}
