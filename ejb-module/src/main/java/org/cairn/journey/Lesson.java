package org.cairn.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.content.QuestionRef;
import org.jspecify.annotations.Nullable;

/**
 * A container session as it was assigned.
 *
 * @param expectedTime seconds for all of its questions
 * @param hintsGiven how many hints Cairn has given
 * @param completion how it was completed, if it was
 */
record Lesson(
    UUID id,
    UUID journeyId,
    int schoolYear,
    Container container,
    String subject,
    String skillId,
    String career,
    List<QuestionRef> questions,
    int expectedTime,
    Instant startedAt,
    int hintsGiven,
    @Nullable Completion completion) {

  /**
   * The event that completed a lesson.
   *
   * @param grade of the learner then
   */
  record Completion(String eventId, Instant effectiveAt, @Nullable String grade) {}

  Optional<QuestionRef> question(String questionId) {
    return questions.stream().filter(asked -> asked.id().equals(questionId)).findFirst();
  }

  Lesson completed(Completion by) {
    return new Lesson(
        id,
        journeyId,
        schoolYear,
        container,
        subject,
        skillId,
        career,
        questions,
        expectedTime,
        startedAt,
        hintsGiven,
        by);
  }
}
