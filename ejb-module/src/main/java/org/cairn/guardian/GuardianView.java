package org.cairn.guardian;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian of a learner, as the school sees it.
 *
 * @param source {@code roster} or {@code pairing}
 * @param restrictions that hold or will; those of the past and the lifted ones are in the audit
 */
public record GuardianView(
    UUID guardianId,
    String givenName,
    String familyName,
    String source,
    Instant since,
    List<Restriction> restrictions) {

  /**
   * Days on which a guardian sees nothing of a learner, by the calendar of the learner's school.
   *
   * @param until the last day; {@code null} until it is lifted
   * @param inForce whether it holds now
   */
  public record Restriction(
      UUID id, LocalDate from, @Nullable LocalDate until, String reason, boolean inForce) {}
}
