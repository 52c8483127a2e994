package org.cairn.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller as a person of the roster.
 *
 * @param grade a CEDS code; none where the roster says none
 */
record Self(UUID id, @Nullable String grade) {

  boolean seesOwnXp() {
    return GradeBand.of(grade).seesXp();
  }
}
