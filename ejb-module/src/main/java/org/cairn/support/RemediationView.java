package org.cairn.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a learner is to work on.
 *
 * @param fromGrade CEDS code of the grade that the skill is open from
 * @param priority 1 to 10; 1 comes first
 * @param dueOn the school's day by which it is to be done
 * @param status pending, in_progress, completed or skipped
 * @param byMastery whether it was completed because the skill was mastered
 * @param source why it is there: {@code journey}, a completed one left the skill unmastered; {@code
 *     override}, a guardian's; {@code teacher}
 * @param sourceId the journey's or the override's id
 * @param note of the teacher who added it; the learner and its guardians see it
 * @param revision counts changes, from 0
 */
public record RemediationView(
    UUID id,
    UUID learnerId,
    String skillId,
    String subject,
    String fromGrade,
    int priority,
    @Nullable LocalDate dueOn,
    String status,
    boolean byMastery,
    String source,
    @Nullable UUID sourceId,
    @Nullable String note,
    int revision,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant completedAt) {

  /** Whether there is still something to do. */
  boolean isOpen() {
    return status.equals(RemediationRules.PENDING) || status.equals(RemediationRules.IN_PROGRESS);
  }
}
