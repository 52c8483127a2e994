package org.cairn.access;

import java.util.UUID;

/** Proof that the present caller is this guardian, for this transaction. */
public final class ActingGuardian {

  private final UUID id;

  ActingGuardian(UUID id) {
    this.id = id;
  }

  public UUID id() {
    return id;
  }
}
