package org.cairn.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a learner masters a skill: at least once completed with a verified score of 70 or more.
 *
 * @param grade CEDS code of the learner's grade when it was judged; {@code null}: ungraded
 * @param eventId the log's event that made the standing
 * @param effectiveAt when that event counts
 */
public record SkillStanding(
    String skillId,
    String subject,
    boolean mastered,
    @Nullable String grade,
    String eventId,
    Instant effectiveAt) {}
