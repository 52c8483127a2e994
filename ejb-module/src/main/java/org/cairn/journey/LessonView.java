package org.cairn.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.content.QuestionView;
import org.cairn.events.Consequence;
import org.jspecify.annotations.Nullable;

/**
 * A lesson: a container session.
 *
 * @param asked how many questions it asks
 * @param answered how many of them have an answer
 * @param attempted how many of those the server could score
 * @param correct how many are right, at whatever try
 * @param score round(100 · correct / attempted)
 * @param perfect whether all were right at the first try
 * @param verified whether the server scored all
 * @param timeSpent seconds, over all tries
 * @param expectedTime seconds
 * @param attempts tries at all questions
 * @param questions without keys; in lists absent, and where answers are not shown
 * @param history the learner's tries in the order in which they count; as {@code questions}
 */
public record LessonView(
    UUID sessionId,
    UUID journeyId,
    Container container,
    String subject,
    String skillId,
    int asked,
    int answered,
    int attempted,
    int correct,
    int score,
    boolean perfect,
    boolean verified,
    long timeSpent,
    int expectedTime,
    int attempts,
    int hintsUsed,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable List<QuestionView> questions,
    @Nullable List<Tried> history) {

  /**
   * One try.
   *
   * @param correct absent where the server could not score it
   */
  public record Tried(
      String eventId,
      String questionId,
      String questionType,
      List<String> answer,
      @Nullable Boolean correct,
      int timeSpent,
      int hintsUsed,
      Instant occurredAt) {

    static List<Tried> of(List<Attempt> given) {
      return given.stream()
          .map(
              a ->
                  new Tried(
                      a.eventId(),
                      a.questionId(),
                      a.questionType(),
                      a.answer(),
                      a.verified() ? a.correct() : null,
                      a.timeSpent(),
                      a.hintsUsed(),
                      a.effectiveAt()))
          .toList();
    }
  }

  /**
   * What became of an answer; a repeated one gets the same.
   *
   * @param correct absent where the server has no key
   * @param verified whether the server scored it
   * @param tryNumber which try of the school year it was, when it was recorded
   * @param keyVersion the version of the question whose key judged it
   * @param consequences what followed from it when it was recorded
   */
  public record Judged(
      String eventId,
      UUID sessionId,
      String questionId,
      @Nullable Boolean correct,
      boolean verified,
      int tryNumber,
      int keyVersion,
      List<Consequence> consequences) {}

  /** Whether it was completed. */
  public boolean isComplete() {
    return completedAt != null;
  }

  static LessonView of(
      Lesson lesson,
      int asked,
      LessonState state,
      @Nullable List<QuestionView> questions,
      @Nullable List<Tried> history) {
    return new LessonView(
        lesson.id(),
        lesson.journeyId(),
        lesson.container(),
        lesson.subject(),
        lesson.skillId(),
        asked,
        state.answered(),
        state.attempted(),
        state.correct(),
        state.score(),
        state.perfect(),
        state.verified(),
        state.timeSpent(),
        lesson.expectedTime(),
        state.attempts(),
        state.hintsUsed(),
        lesson.startedAt(),
        lesson.completion() == null ? null : lesson.completion().effectiveAt(),
        questions,
        history);
  }
}
