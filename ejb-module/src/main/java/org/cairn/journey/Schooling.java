package org.cairn.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says of a learner's school.
 *
 * @param grade CEDS code; {@code null}: ungraded
 */
record Schooling(@Nullable String grade, ZoneId zone) {

  /** The school's day on which something happened. */
  LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }
}
