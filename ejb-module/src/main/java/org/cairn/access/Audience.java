package org.cairn.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof that the present caller may set work for a class, or for the whole district, for this
 * transaction.
 */
public final class Audience {

  private final @Nullable UUID classId;

  Audience(@Nullable UUID classId) {
    this.classId = classId;
  }

  /** The class, or {@code null} for the whole district. */
  public @Nullable UUID classId() {
    return classId;
  }
}
