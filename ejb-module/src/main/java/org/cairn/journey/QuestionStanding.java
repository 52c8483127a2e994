package org.cairn.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands on one question within one school year, judged over all attempts that the
 * server could score, in the order in which they took effect.
 *
 * @param correctAtTry the try that was the first correct one, from 1; {@code null} while none was
 * @param grade CEDS code of the learner's grade when that try was judged; {@code null}: ungraded
 * @param eventId the log's event of the first correct try, else of the latest try
 * @param effectiveAt when that event counts
 */
public record QuestionStanding(
    String questionId,
    int schoolYear,
    UUID journeyId,
    String subject,
    String skillId,
    @Nullable Integer correctAtTry,
    @Nullable String grade,
    String eventId,
    Instant effectiveAt) {}
