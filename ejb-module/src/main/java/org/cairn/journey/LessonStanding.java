package org.cairn.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands on one lesson: a container session, apart by journey, container and subject.
 *
 * @param complete whether all assigned questions are answered and the lesson was completed
 * @param score round(100 · correct / attempted), 0 to 100
 * @param perfect whether every assigned question was right at the first try
 * @param verified whether the server scored every assigned question
 * @param timeSpent seconds
 * @param expectedTime seconds, by the content; 0 where it does not tell
 * @param grade CEDS code of the learner's grade when it was judged; {@code null}: ungraded
 * @param eventId the log's event that completed it, else that of the latest answer
 * @param effectiveAt when that event counts
 */
public record LessonStanding(
    UUID sessionId,
    UUID journeyId,
    Container container,
    String subject,
    String skillId,
    @Nullable String career,
    boolean complete,
    int score,
    boolean perfect,
    boolean verified,
    long timeSpent,
    long expectedTime,
    @Nullable String grade,
    String eventId,
    Instant effectiveAt) {}
